import './quote.css';
import { openPort } from '../common/port.js';
import { QuotePage } from './page.js';
import type { FromPage, ToPage } from './protocol.js';

new QuotePage(openPort<FromPage, ToPage>());
