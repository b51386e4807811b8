import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Field } from './field';
import { heldBy, pickedIn } from './picked';
import { load, search, type Source } from './picker';

/** The field that picks the object to which the entries of another picker belong. */
type Parent = Pick<Field, 'name' | 'displayName' | 'modes'>;

/** Like {@link search}, over the entries that belong to what a field above picks: alerts of this incident, say. */
export function searchIn(parent: Parent, sourceOf: (parentId: string) => Source) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await search(sourceOf(parentIn(this, parent))).call(this, filter, paginationToken);
	};
}

/** Like {@link load}, over the entries that belong to what a field above picks. */
export function loadIn(parent: Parent, sourceOf: (parentId: string) => Source) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await load(sourceOf(parentIn(this, parent))).call(this);
	};
}

/** @throws UserError when nothing is picked, or an expression picks it: there is no item to evaluate it for */
function parentIn(host: ILoadOptionsFunctions, parent: Parent): string {
	const held = heldBy(host.getCurrentNodeParameter(parent.name));
	const isExpression = typeof held === 'string' && held.startsWith('=');
	const picked = isExpression ? undefined : pickedIn(parent, host.getCurrentNodeParameter(parent.name));
	if (typeof picked === 'string') return picked;
	throw new UserError(`There is nothing to choose from until "${parent.displayName}" is picked`, {
		description: `Pick one from the list of "${parent.displayName}" first. Where an expression says which one it is, enter an ID here, too.`,
	});
}
