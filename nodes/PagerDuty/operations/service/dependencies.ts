/** What the dependencies of technical and of business services have in common: a short list without pages. */
export const dependencies = {
	answer: { list: 'relationships', paging: 'none' },
	simple: ['id', 'supporting_service', 'dependent_service'],
} as const;
