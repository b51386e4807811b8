/** What `Simplify` keeps of a note. */
export const simpleNote = ['id', 'content', 'created_at', 'user', 'incident', 'channel'] as const;
