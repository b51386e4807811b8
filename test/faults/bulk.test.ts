import '../support/waits';
import { bulkCalls } from './bulkCalls';
import { matrix } from './matrix';

matrix('bulk', bulkCalls);
