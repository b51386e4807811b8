import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { render } from './render';
import { statusTemplate as facts } from './resource';

export const statusTemplate: Resource = { ...facts, operations: [get, getAll, render] };
