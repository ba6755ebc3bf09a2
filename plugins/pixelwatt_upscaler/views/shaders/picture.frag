#version 440
// Pictures come as B, G, R, 255 bytes, which every graphics API takes as if they were R, G, B, A.

layout(location = 0) in vec2 at;
layout(location = 0) out vec4 colour;
layout(binding = 0) uniform sampler2D picture;

void main()
{
    colour = vec4(texture(picture, at).bgr, 1.0);
}
