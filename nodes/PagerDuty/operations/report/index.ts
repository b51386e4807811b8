import type { Resource } from '../../engine/operation';
import { incidents } from './incidents';
import { report as facts } from './resource';

export const report: Resource = { ...facts, operations: [incidents] };
