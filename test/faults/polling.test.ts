import '../support/waits';
import { matrix } from './matrix';
import { pollingCalls } from './pollingCalls';

matrix('polling', pollingCalls);
