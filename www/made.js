// What is made of a registration beside its own file.

/** Files for people: what they are to a browser, and what is said while one is made and when none could be. */
export const MADE = {
  pdf: { type: 'application/pdf', making: 'pdf.making', failed: 'pdf.failed' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', making: 'docx.making', failed: 'docx.failed' },
};
