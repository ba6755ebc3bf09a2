"""Reads ONNX files and refuses those that cannot or must not be run."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import onnx

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 2**31 - 1
"""A protobuf message cannot be larger, so neither can a model without external data."""

# What ONNX Runtime itself brings; any other domain is code from elsewhere on the disk.
_KNOWN_DOMAINS = ("", "ai.onnx", "com.microsoft", "com.ms.internal.nhwc")

_SUBGRAPH = (onnx.AttributeProto.GRAPH, onnx.AttributeProto.GRAPHS)


def read_bytes(path: Path) -> bytes:
    """The file's content. Raises `Problem`."""
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(
                tr("{name} is larger than an ONNX file can be (2 GB).", name=path.name),
                tr("Choose the .onnx file of a model for pictures."),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(
            tr("There is no model file {path}.", path=path), tr("Check the name and the folder.")
        ) from error
    except PermissionError as error:
        raise Problem(
            tr("{path} may not be read.", path=path),
            tr("Ask its owner for permission to read it, or copy it elsewhere."),
        ) from error
    except IsADirectoryError as error:
        raise Problem(tr("{path} is a folder.", path=path), tr("Choose an .onnx file.")) from error


def parse(data: bytes, name: str) -> onnx.ModelProto:
    """A model from its bytes, with shapes inferred. Raises `Problem` if it must not be run."""
    not_onnx = Problem(
        tr("{name} is not an ONNX model.", name=name),
        tr("Export the network to ONNX and choose the .onnx file."),
    )
    try:
        model = onnx.load_model_from_string(data)
    except Exception as error:  # protobuf's own errors have no common base
        raise not_onnx from error
    if not model.graph.node or not model.graph.output:
        raise not_onnx
    _refuse_external_data(model, name)
    _refuse_foreign_operators(model, name)
    try:
        onnx.checker.check_model(model)
    except Exception as error:
        detail = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise Problem(
            tr("{name} breaks the rules of ONNX: {detail}", name=name, detail=detail),
            tr("Export it again with a newer exporter."),
        ) from error
    return model


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def all_nodes(graph: onnx.GraphProto) -> Iterator[onnx.NodeProto]:
    """The nodes of a graph and of the graphs inside its nodes."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            if attribute.type in _SUBGRAPH:
                for inner in (attribute.g, *attribute.graphs):
                    yield from all_nodes(inner)


def _tensors(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    yield from model.graph.initializer
    for node in all_nodes(model.graph):
        for attribute in node.attribute:
            if attribute.HasField("t"):
                yield attribute.t
            yield from attribute.tensors
            for inner in (attribute.g, *attribute.graphs):
                yield from inner.initializer


def _refuse_external_data(model: onnx.ModelProto, name: str) -> None:
    for tensor in _tensors(model):
        if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
            raise Problem(
                tr("{name} keeps its weights in other files ({tensor}).", name=name,
                   tensor=tensor.name or "?"),
                tr("Save it as one file: onnx.save(model, path, save_as_external_data=False)."),
            )  # fmt: skip


def _refuse_foreign_operators(model: onnx.ModelProto, name: str) -> None:
    own = {(function.domain, function.name) for function in model.functions}
    for node in all_nodes(model.graph):
        if node.domain in _KNOWN_DOMAINS or (node.domain, node.op_type) in own:
            continue
        raise Problem(
            tr("{name} needs the operator {domain}.{operator}, which ONNX Runtime does not bring.",
               name=name, domain=node.domain, operator=node.op_type),
            tr("Pixelwatt loads no operator libraries; export the model with standard operators."),
        )  # fmt: skip
