import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod';

import type { Resolve } from '../../fields/field';

/** What a field holds for its operation: what its look-up gives, what its check lets through, or what its type says. */
type Value<F> = F extends { resolve: Resolve<never, infer Sent> }
	? Sent
	: F extends { check: z.ZodType<infer Checked, z.ZodTypeDef, unknown> }
		? Checked
		: F extends { type: 'number' }
			? number
			: F extends { type: 'boolean' }
				? boolean
				: F extends { type: 'json' | 'resourceMapper' }
					? IDataObject
					: F extends {
								type: 'fixedCollection';
								options: ReadonlyArray<{ values: ReadonlyArray<infer Member> }>;
						  }
						? Array<Members<Member>>
						: F extends { type: 'multiOptions' }
							? Array<Choice<F>>
							: F extends { type: 'options' }
								? Choice<F>
								: string;

/** Texts where n8n loads the choices, else those that the literal lists. */
type Choice<F> = F extends { typeOptions: { loadOptionsMethod: string } }
	? string
	: F extends { options: ReadonlyArray<{ value: infer V }> }
		? V
		: string;

type Name<F> = F extends { name: infer N extends string } ? N : never;

/** Fields without a value for the operation. */
type Valueless = { type: 'notice' | 'collection' } | { forEngine: true };

/** Fields that are never without a value: required ones, and top-level ones whose control always has one; unless hidden. */
type Certain<F> = F extends { displayOptions: object }
	? never
	: F extends { required: true } | { type: 'boolean' }
		? F
		: F extends { type: 'options'; typeOptions: object }
			? never
			: F extends { type: 'options' }
				? F
				: never;

type Top<F> = F extends Valueless ? never : F;
type InCollection<F> = F extends { type: 'collection'; options: infer M extends readonly unknown[] }
	? Top<M[number]>
	: never;
type Required<F> = F extends { required: true } ? F : never;

/** The members of one row of a fixed collection. */
type Members<F> = { [M in Required<F> as Name<M>]: Value<M> } & {
	[M in Exclude<F, Required<F>> as Name<M>]?: Value<M>;
};

/**
 * The input of an operation, by the names of its fields; what stands in collections beside the others. What the engine
 * itself acts on is not in it.
 */
export type InputOf<Fields extends readonly unknown[]> = {
	[F in Certain<Top<Fields[number]>> as Name<F>]: Value<F>;
} & {
	[F in Exclude<Top<Fields[number]>, Certain<Top<Fields[number]>>> as Name<F>]?: Value<F>;
} & { [F in InCollection<Fields[number]> as Name<F>]?: Value<F> };
