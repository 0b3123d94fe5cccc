"""Run by Blender: what it makes of the GLBs named after ``--``, a line of JSON each."""

import json
import sys
from pathlib import Path

import bpy
import numpy

# Debian's Blender 3.4 asks its numpy 1.24 for a name that numpy had dropped by then.
numpy.bool = bool

for name in sys.argv[sys.argv.index("--") + 1 :]:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    told = {"name": Path(name).stem, "engine": "blender"}
    try:
        bpy.ops.import_scene.gltf(filepath=name)
        meshes = [thing for thing in bpy.data.objects if thing.type == "MESH"]
        told["triangles"] = sum(len(polygon.vertices) - 2 for mesh in meshes for polygon in mesh.data.polygons)
        tracks = {
            track.name
            for thing in bpy.data.objects
            if thing.animation_data
            for track in thing.animation_data.nla_tracks
        }
        told["motions"] = sorted(tracks)
        told["skins"] = sum(any(modifier.type == "ARMATURE" for modifier in mesh.modifiers) for mesh in meshes)
    except Exception as error:  # whatever Blender says of a file is the answer
        told["fault"] = str(error)
    print("READ " + json.dumps(told), flush=True)
