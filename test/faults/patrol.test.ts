import '../support/waits';
import { matrix } from './matrix';
import { patrolCalls } from './patrolCalls';

matrix('patrol', patrolCalls);
