import type { IDataObject } from 'n8n-workflow';

import { isRefused } from '../../../api/errors';
import { adviceIn } from '../../../api/nodeErrors';

/** What one check found out. */
export interface Line extends IDataObject {
	/** `connection`, `credential` and so on: the same in every run. */
	check: string;
	status: 'ok' | 'warning' | 'error';
	message: string;
	/** What to do; null where there is nothing to do. */
	advice: string | null;
}

/** What came of a request: its result, or why there is none. */
export type Settled<Result> = { readonly result: Result } | { readonly error: Error };

/** Waits for a request. One that fails is a finding, too. */
export const settled = async <Result>(asked: Promise<Result>): Promise<Settled<Result>> =>
	await asked.then(
		(result) => ({ result }),
		(error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
	);

/** A line about what is in order. */
export const fine = (check: string, message: string, facts: IDataObject = {}): Line => ({
	check,
	status: 'ok',
	message,
	advice: null,
	...facts,
});

/** A line about what people should look after. */
export const concern = (
	status: 'warning' | 'error',
	check: string,
	message: string,
	advice: string,
	facts: IDataObject = {},
): Line => ({ check, status, message, advice, ...facts });

/** A line about what could not be found out. Where only a right or a feature is missing, the rest may well work. */
export function notFoundOut(check: string, error: Error): Line {
	const status = isRefused(error, '402', '403', '404') ? 'warning' : 'error';
	return concern(status, check, error.message, adviceIn(error));
}

/** The worst status of all lines. */
export function overall(lines: readonly Line[]): Line['status'] {
	const found = (status: Line['status']) => lines.some((line) => line.status === status);
	return found('error') ? 'error' : found('warning') ? 'warning' : 'ok';
}
