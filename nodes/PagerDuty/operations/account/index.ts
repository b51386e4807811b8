import type { Resource } from '../../engine/operation';
import { checkHealth } from './checkHealth';
import { customRequest } from './customRequest';
import { getAbilities } from './getAbilities';
import { account as facts } from './resource';

export const account: Resource = { ...facts, operations: [checkHealth, customRequest, getAbilities] };
