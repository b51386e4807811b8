import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getInvocation } from './getInvocation';
import { invoke } from './invoke';
import { automationAction as facts } from './resource';

export const automationAction: Resource = { ...facts, operations: [get, getInvocation, getAll, invoke] };
