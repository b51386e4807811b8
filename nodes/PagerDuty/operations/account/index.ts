import type { Resource } from '../../engine/operation';
import { customRequest } from './customRequest';
import { getAbilities } from './getAbilities';
import { account as facts } from './resource';

export const account: Resource = { ...facts, operations: [customRequest, getAbilities] };
