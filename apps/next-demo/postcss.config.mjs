// Next takes its CSS plugins from here.
export default { plugins: { '@tailwindcss/postcss': {} } };
