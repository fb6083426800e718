/** What is open of an option: its inputs, or a question about it. */
export type OptionAct = 'edit' | 'retire' | 'merge' | 'usage';
