import '../support/waits';
import { matrix } from './matrix';
import { operationCalls } from './operationCalls';

matrix('operations', operationCalls, true);
