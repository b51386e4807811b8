/** A filter that cannot be applied as it is set. Its message finishes a sentence that begins with the field's label. */
export class FilterFault extends Error {
	override name = 'FilterFault';
}
