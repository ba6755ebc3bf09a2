#version 440
// A corner of a tile: where it is on screen, and what part of the texture lies there.

layout(location = 0) in vec2 corner;
layout(location = 1) in vec2 texel;
layout(location = 0) out vec2 at;

void main()
{
    at = texel;
    gl_Position = vec4(corner, 0.0, 1.0);
}
