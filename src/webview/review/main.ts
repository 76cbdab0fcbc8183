import './review.css';
import { openPort } from '../common/port.js';
import { ReviewPage } from './page.js';
import type { FromPage, ToPage } from './protocol.js';
import type { View } from './view.js';

const port = openPort<FromPage, ToPage, View>();
const page = new ReviewPage(port);
document.body.append(page.element);
port.start(message => page.receive(message));
