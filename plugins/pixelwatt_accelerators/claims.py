"""The essay's claims about TPU v7 and Blackwell, as data; their arithmetic is in core."""

from __future__ import annotations

from pixelwatt.api import Claim, Source, tr_noop

_ESSAY = Source(
    "巅峰对决:Google TPU v7 (Ironwood) vs. NVIDIA Blackwell —— 2026年AI算力格局深度解析",
    "",
    "2026-01-02",
)


def _claim(name: str, statement: str, statement_zh: str, module: str = "claim_checks") -> Claim:
    return Claim(
        id=f"accelerators.{name}",
        statement=statement,
        statement_zh=statement_zh,
        source=_ESSAY,
        check=f"pixelwatt_accelerators.core.{module}:{name}",
        topic=tr_noop("Accelerators"),
    )


CLAIMS: list[Claim] = [
    _claim(
        "memory_tie",
        "TPU v7's 192 GB of memory have drawn level with NVIDIA's.",
        "TPU v7 的显存容量(192GB)终于追平了 NVIDIA。",
    ),
    _claim(
        "bandwidth",
        "Memory bandwidth is 7.38 TB/s against 8.0 TB/s: NVIDIA is slightly ahead.",
        "内存带宽 7.38 TB/s 对 8.0 TB/s:NVIDIA(微弱优势)。",
    ),
    _claim(
        "rates_level",
        "Dense compute is level: about 2,307 against 2,250 TFLOPS in BF16, 4,614 against 4,500 "
        "in FP8.",
        "BF16 算力 ~2,307 对 ~2,250 TFLOPS,FP8 算力 ~4,614 对 ~4,500 TFLOPS:平手。",
    ),
    _claim(
        "link",
        "NVLink 5 with 1,800 GB/s per chip beats ICI with 1,200 GB/s.",
        "互联带宽(单芯片)1,200 GB/s (ICI) 对 1,800 GB/s (NVLink 5):NVIDIA(单点带宽)。",
    ),
    _claim(
        "largest_cluster",
        "The largest cluster is 9,216 chips for TPU v7 and 72 chips for the B200.",
        "最大集群规模 9,216 chips(单 Pod)对 72 chips (NVL72)。",
    ),
    _claim(
        "tdp",
        "TPU v7 draws about 900 W, the B200 1,000 to 1,200 W: the TPU wins.",
        "功耗 (TDP) 未公开 (est. ~900W 级别) 对 1000W – 1200W:TPU。",
    ),
    _claim(
        "process",
        "TPU v7 is made in a 3 nm process and so is slightly ahead of TSMC 4NP.",
        "制造工艺 TSMC Custom Node (est. 3nm) 对 TSMC 4NP:TPU v7(稍占优)。",
    ),
    _claim(
        "rack_memory",
        "The 72 GPUs of an NVL72 share 13.5 TB of HBM.",
        "72个 GPU 被连接成一个巨大的“超级 GPU”,共享 13.5TB 的 HBM 显存。",
    ),
    _claim(
        "one_card",
        "An NVL72 looks like one card with unified memory.",
        "编程体验极佳(看起来像一张卡);NVL72 架构的“统一内存”体验是无敌的。",
    ),
    _claim(
        "ten_terabytes",
        "A model of up to 10 TB can be served within one NVL72.",
        "模型大小在 10TB 以内,NVIDIA NVL72 架构的“统一内存”体验是无敌的。",
    ),
    _claim(
        "ten_trillion",
        "For training 10 trillion parameters, TPU v7's native interconnect may be more efficient "
        "and cheaper.",
        "如果你需要训练一个 10万亿参数 的超级模型,TPU v7 的超大规模原生互联(ICI)可能更高效,"
        "且成本更低。",
    ),
    _claim(
        "cheaper",
        "TPU v7 costs 30 to 50 % less than NVIDIA instances of the same class.",
        "通常能提供比同级别 NVIDIA 实例低 30%-50% 的价格。",
    ),
    _claim(
        "performance_per_watt",
        "TPU v7 has about 1.5 times the performance per watt of Blackwell.",
        "TPU v7 在 AI 负载下的能效比约为 NVIDIA Blackwell 的 1.5倍。",
    ),
    _claim(
        "power_quota",
        "Under the same power quota TPU v7 serves more users.",
        "TPU v7 意味着能在同样的电力配额下,服务更多的用户。",
        module="serving_claims",
    ),
    _claim(
        "serves_cheaper",
        "Who is sensitive to inference cost should choose TPU v7.",
        "你对 推理成本 极其敏感(TPU v7 的性价比和能效比极具吸引力)。",
        module="serving_claims",
    ),
    _claim(
        "scales_better",
        "At thousands of chips TPUs scale better than GPUs.",
        "TPU 在数千卡规模下的扩展性优于 GPU。",
        module="serving_claims",
    ),
    _claim(
        "cannot_be_bought",
        "You cannot buy a TPU, only rent one.",
        "你买不到 TPU,你只能租。",
    ),
    _claim(
        "rubin",
        "Rubin (R100) will bring HBM4, and bandwidth may double again.",
        "NVIDIA 已经在路线图上预告了 Rubin (R100) 架构,预计将搭载 HBM4 显存,带宽可能会再次翻倍。",
    ),
    _claim(
        "next_tpu",
        "TPU v8 is in development under a code name such as “Jade”.",
        "TPU v8 已经在研发中,代号可能是 “Jade” 或其他矿物名。",
    ),
    _claim(
        "earlier_tpus",
        "In the days of v5p and v6 a single TPU was behind NVIDIA's flagship of the time.",
        "在 v5p 和 v6 时代,TPU 在单芯片算力上往往落后于 NVIDIA 同期旗舰。",
    ),
    _claim(
        "nim",
        "NIM stands for “NeMo Inference Microservices” and deploys open models such as Gemini.",
        "NVIDIA NIMs (NeMo Inference Microservices)……部署 Llama 4 或 Gemini 等开源模型。",
    ),
]
