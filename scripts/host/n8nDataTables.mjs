/** Rows that n8n gives at a time, at most. */
const pageSize = 250;

/**
 * n8n's Data Tables by its own REST API, as its editor uses it.
 *
 * @param {(method: string, path: string, body?: object) => Promise<any>} send of an n8nSession
 */
export function dataTablesOf(send) {
	const folder = async () =>
		`/rest/projects/${(await send('GET', '/rest/projects/personal')).id}/data-tables`;

	/** n8n gives ten of them when it is not asked for more. */
	const tables = async () => (await send('GET', `${await folder()}?take=250`)).data;

	/** @throws Error where there is no table of that name */
	async function tableNamed(name) {
		const table = (await tables()).find((one) => one.name === name);
		if (!table) throw new Error(`There is no Data Table "${name}"`);
		return `${await folder()}/${table.id}`;
	}

	return {
		/** Their names. */
		list: async () => (await tables()).map(({ name }) => name),
		/** Its rows, oldest first. */
		async rows(name) {
			const table = await tableNamed(name);
			const rows = [];
			for (;;) {
				const page = await send('GET', `${table}/rows?skip=${rows.length}&take=${pageSize}&sortBy=id:asc`);
				rows.push(...page.data);
				if (page.data.length < pageSize) return rows;
			}
		},
		/** Adds rows: objects by the names of its columns. */
		insert: async (name, rows) =>
			await send('POST', `${await tableNamed(name)}/insert`, { data: rows, returnType: 'count' }),
		/** Sets columns of all rows whose `column` has a value. */
		update: async (name, column, value, data) =>
			await send('PATCH', `${await tableNamed(name)}/rows`, {
				filter: { type: 'and', filters: [{ columnName: column, condition: 'eq', value }] },
				data,
			}),
		remove: async (name) => await send('DELETE', await tableNamed(name)),
	};
}
