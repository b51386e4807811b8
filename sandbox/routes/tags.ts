import { z } from 'zod';
import { pagingQuery } from '../http/paging';
import { tagTag } from '../views/reference';
import { crud } from './crud';

/** operationId listTags */
export const addTagRoutes = crud({
	plural: 'tags',
	singular: 'tag',
	table: ({ tags }) => tags,
	view: (_world, tag) => ({ ...tagTag(tag), label: tag.name }),
	list: { query: z.object({ ...pagingQuery, query: z.string().optional() }).strict() },
});
