import type { Resource } from '../../engine/operation';
import { acknowledge } from './acknowledge';
import { event as facts } from './resource';
import { resolve } from './resolve';
import { sendChange } from './sendChange';
import { trigger } from './trigger';

export const event: Resource = { ...facts, operations: [acknowledge, resolve, sendChange, trigger] };
