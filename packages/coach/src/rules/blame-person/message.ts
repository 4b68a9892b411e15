/** What a blame remark says. */
export const message = "This makes a person the cause.";
