/** Tables or rows that n8n gives at a time, at most. */
const pageSize = 250;

/**
 * n8n's Data Tables by its own REST API, as its editor uses it.
 *
 * @param {(method: string, path: string, body?: object) => Promise<any>} send of an n8nSession
 */
export function dataTablesOf(send) {
	/** Their names and addresses. */
	async function tables() {
		const { id: project } = await send('GET', '/rest/projects/personal');
		const base = `/rest/projects/${project}/data-tables`;
		// n8n gives ten of them when it is not asked for more.
		const { data } = await send('GET', `${base}?take=${pageSize}`);
		return data.map(({ id, name }) => ({ name, address: `${base}/${id}` }));
	}

	/** @throws Error where there is no table of that name */
	async function addressOf(name) {
		const table = (await tables()).find((one) => one.name === name);
		if (!table) throw new Error(`There is no Data Table "${name}"`);
		return table.address;
	}

	return {
		/** Their names. */
		list: async () => (await tables()).map(({ name }) => name),
		/** Its rows, oldest first. */
		async rows(name) {
			const address = await addressOf(name);
			const rows = [];
			for (;;) {
				const page = await send('GET', `${address}/rows?skip=${rows.length}&take=${pageSize}&sortBy=id:asc`);
				rows.push(...page.data);
				if (page.data.length < pageSize) return rows;
			}
		},
		/** Adds rows: objects by the names of its columns. */
		insert: async (name, rows) =>
			await send('POST', `${await addressOf(name)}/insert`, { data: rows, returnType: 'count' }),
		/** Sets columns of all rows whose `column` has a value. */
		update: async (name, column, value, data) =>
			await send('PATCH', `${await addressOf(name)}/rows`, {
				filter: { type: 'and', filters: [{ columnName: column, condition: 'eq', value }] },
				data,
			}),
		remove: async (name) => await send('DELETE', await addressOf(name)),
	};
}
