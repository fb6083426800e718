const sharp = require('sharp');

/** The same photo as it comes back: by name of the alteration, a function of its bytes. */
exports.ALTERATIONS = {
  reencoded: (photo) => sharp(photo).jpeg({ quality: 40 }).toBuffer(),
  halved: (photo) => resized(photo, 0.5),
  enlarged: (photo) => resized(photo, 3),
  cutLeft: (photo) => cut(photo, { left: 0.05 }),
  cutBelow: (photo) => cut(photo, { bottom: 0.05 }),
  cutCorner: (photo) => cut(photo, { left: 0.05, top: 0.05 }),
  cutAround: (photo) => cut(photo, { left: 0.025, top: 0.025, right: 0.025, bottom: 0.025 }),
  cutAllSides: (photo) => cut(photo, { left: 0.05, top: 0.05, right: 0.05, bottom: 0.05 }),
  brighter: (photo) => sharp(photo).modulate({ brightness: 1.2 }).jpeg({ quality: 75 }).toBuffer(),
  darker: (photo) => sharp(photo).modulate({ brightness: 0.8 }).jpeg({ quality: 75 }).toBuffer(),
};

async function resized(photo, factor) {
  const { width } = await sharp(photo).metadata();
  return sharp(photo)
    .resize(Math.round(width * factor))
    .jpeg({ quality: 75 })
    .toBuffer();
}

async function cut(photo, { left = 0, top = 0, right = 0, bottom = 0 }) {
  const { width, height } = await sharp(photo).metadata();
  const [before, above] = [Math.round(width * left), Math.round(height * top)];
  const area = {
    left: before,
    top: above,
    width: width - before - Math.round(width * right),
    height: height - above - Math.round(height * bottom),
  };
  return sharp(photo).extract(area).jpeg({ quality: 75 }).toBuffer();
}
