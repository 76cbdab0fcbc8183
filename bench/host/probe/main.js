// Runs beside Verbatim in the same extension host and does what the benchmark asks for through a socket in a folder of its own:
// `/start` and `/stop` record a sampling profile and the turns of the event loop, `/calibrate` times a fixed piece of work.
const { rmSync } = require('node:fs');
const http = require('node:http');
const { Session } = require('node:inspector/promises');

/** Microseconds between two samples. */
const INTERVAL = 500;
const CALIBRATIONS = 25;

let session;
let ticks = [];
let ticking;

/** Microseconds of the clock that profiles count by as well. */
const now = () => Number(process.hrtime.bigint() / 1000n);

/** Microseconds of the processor: what else the machine does is not in them. */
const worked = () => {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return user + system;
};

const answers = {
  async '/start'() {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    ticks = [];
    ticking = setInterval(() => ticks.push(now()), 1);
    return { pid: process.pid };
  },
  async '/stop'() {
    clearInterval(ticking);
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return { profile, ticks };
  },
  async '/calibrate'() {
    const line = JSON.stringify({ code: 'code', quote: 'what was said '.repeat(12), at: [1, 2], context: ['a', 'b'] });
    const text = `${line}\n`.repeat(4000);
    const times = Array.from({ length: CALIBRATIONS }, () => {
      const before = worked();
      for (const each of text.split('\n')) if (each !== '') JSON.parse(each);
      return (worked() - before) / 1000;
    });
    return { ms: times.sort((a, b) => a - b)[CALIBRATIONS >> 1] };
  },
};

exports.activate = () => {
  const socket = process.env.VERBATIM_PROBE;
  if (socket === undefined) return;
  // A window before this one had it.
  rmSync(socket, { force: true });
  const server = http.createServer(async (request, response) => {
    try {
      response.end(JSON.stringify(await answers[request.url]()));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(socket);
};
