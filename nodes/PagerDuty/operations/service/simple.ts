/** What `Simplify` keeps of a service. */
export const simpleService = [
	'id',
	'name',
	'status',
	'html_url',
	'description',
	'escalation_policy',
	'teams',
	'created_at',
	'last_incident_timestamp',
	'integrations',
	'alert_creation',
	'auto_resolve_timeout',
	'acknowledgement_timeout',
] as const;
