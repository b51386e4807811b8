/** A code or token that the sandbox has given out. */
export interface OAuthGrant {
	/** The code, access token or refresh token itself. */
	token: string;
	kind: 'code' | 'access' | 'refresh';
	userId: string | null;
	scopes: string[];
	expiresAt: string;
	/** Only of codes. */
	redirectUri?: string;
	codeChallenge?: string;
}
