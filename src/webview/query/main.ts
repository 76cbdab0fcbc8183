import './query.css';
import { openPort } from '../common/port.js';
import { QueryPage } from './page.js';
import type { FromPage, ToPage } from './protocol.js';
import type { View } from './view.js';

const port = openPort<FromPage, ToPage, View>();
const page = new QueryPage(port);
document.body.append(page.element);
port.start(message => page.receive(message));
