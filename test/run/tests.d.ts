/** Every test file of the integration layer that suits the host; the build makes the list. */
declare module 'verbatim:tests';

/** mocha's build for browsers: the same mocha, as one file without Node. It leaves itself in the global scope. */
declare module 'mocha/mocha.js';
