import './excerpts.css';
import { openPort } from '../common/port.js';
import { ExcerptsPage } from './page.js';
import type { FromPage, ToPage } from './protocol.js';
import type { Remembered } from './view.js';

const port = openPort<FromPage, ToPage, Remembered>();
const page = new ExcerptsPage(port);
document.body.append(page.element);
port.start(message => page.receive(message));
