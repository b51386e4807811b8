/** What a field of an account's own holds. */
export interface CustomField {
	id: string;
	name: string;
	displayName: string;
	description: string | null;
	dataType: 'boolean' | 'integer' | 'float' | 'string' | 'datetime' | 'url';
	fieldType: 'single_value' | 'single_value_fixed' | 'multi_value' | 'multi_value_fixed';
}

/** What can stand in a field. */
export type FieldValue = string | number | boolean | string[];

/** A field that incidents of a type have. */
export interface IncidentTypeField extends CustomField {
	typeId: string;
	createdAt: string;
	/** Only of fields whose values are fixed. */
	options: Array<{ id: string; value: string }>;
}

/** What a service has in a field. */
export interface ServiceFieldValue extends CustomField {
	value: FieldValue | null;
}
