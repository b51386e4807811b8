import type { Api } from './client';

/** Looks each thing up once for each opened API, however many items name it, also when several ask at once. */
export function remembered<Result>(lookUp: (api: Api, name: string) => Promise<Result>) {
	const known = new WeakMap<Api, Map<string, Promise<Result>>>();
	return async (api: Api, name: string): Promise<Result> => {
		const results = known.get(api) ?? new Map<string, Promise<Result>>();
		known.set(api, results);
		const result = results.get(name) ?? lookUp(api, name);
		results.set(name, result);
		return await result;
	};
}
