/** What goes on around an incident. References are ids. */

/** Somebody who is asked to help. */
export interface Responder {
	userId: string;
	state: 'pending' | 'joined' | 'declined' | 'user_cancelled';
	updatedAt: string;
}

/** Who was asked: a user, or an escalation policy, for which whoever is on its first level is asked. */
export interface ResponderTarget {
	type: 'user' | 'escalation_policy';
	id: string;
	responders: Responder[];
}

export interface ResponderRequest {
	id: string;
	incidentId: string;
	requesterId: string;
	message: string;
	requestedAt: string;
	targets: ResponderTarget[];
}

export interface StatusUpdate {
	id: string;
	message: string;
	senderId: string;
	createdAt: string;
	/** Of the email, where it was given. */
	subject?: string;
	htmlMessage?: string;
}

/** Who gets the status updates of an incident. */
export interface Subscriber {
	type: 'user' | 'team';
	id: string;
}

/** What somebody said of an incident and a business service. */
export interface Impact {
	businessServiceId: string;
	relation: 'impacted' | 'not_impacted';
}
