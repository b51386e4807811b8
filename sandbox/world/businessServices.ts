/** What a company offers, which stands on several services. References are ids. */
export interface BusinessService {
	id: string;
	name: string;
	description: string;
	pointOfContact: string;
	teamId: string | null;
}

/** One end of a dependency: a service of the Events API and incidents is a technical one here. */
export interface DependencyEnd {
	kind: 'business_service' | 'technical_service';
	id: string;
}

/** One service is needed by another. */
export interface Dependency {
	id: string;
	supporting: DependencyEnd;
	dependent: DependencyEnd;
}
