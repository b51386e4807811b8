import '../support/waits';
import { lifecycleCalls } from './lifecycleCalls';
import { matrix } from './matrix';

matrix('lifecycle', lifecycleCalls);
