import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { getCurrent } from './getCurrent';
import { onCall as facts } from './resource';

export const onCall: Resource = { ...facts, operations: [getCurrent, getAll] };
