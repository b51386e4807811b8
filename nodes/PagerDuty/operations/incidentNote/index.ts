import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteNote } from './delete';
import { getAll } from './getAll';
import { incidentNote as facts } from './resource';
import { update } from './update';

export const incidentNote: Resource = { ...facts, operations: [create, deleteNote, getAll, update] };
