// Applies a person's explicit theme choice before the first paint. Without a choice the system decides, in CSS.
// The key is shared with src/theme/theme.ts.
try {
  const choice = localStorage.getItem("morrow.theme");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
} catch {
  // Storage can be switched off; the system's preference still applies.
}
