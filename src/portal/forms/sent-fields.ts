/** The fields of a form as they were sent; several of one name are a list. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;
