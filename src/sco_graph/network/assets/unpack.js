// The data of the page: JSON as it is, or deflated and in base64 where there is much of it.

function bytesOf(text) {
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

async function unpacked(id) {
  const { textContent, dataset } = document.getElementById(id);
  if (dataset.form === "json") return JSON.parse(textContent);
  const stream = new Blob([bytesOf(textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

const data = await unpacked("data");
