// Made by scripts/embed from Sources/EnergyCore/Data; edit the files there.
// swift-format-ignore-file

/// The data files of `Data/`, as they are written.
package enum EmbeddedData {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("accelerators.csv", accelerators),
    ("cost_rates.csv", costRates),
    ("energy_source_intensity.csv", energySourceIntensity),
    ("equivalences.csv", equivalences),
    ("facilities.csv", facilities),
    ("grid_intensity.csv", gridIntensity),
    ("measured_energy_h100.csv", measuredEnergyH100),
    ("models.csv", models),
    ("power_overhead.csv", powerOverhead),
    ("throughput_seed.csv", throughputSeed),
    ("throughput_tensoreconomics.csv", throughputTensoreconomics),
  ]

  package static let accelerators: StaticString = ##"""
id,name,vendor,tdp_w,peak_bf16_dense_tflops,peak_fp8_dense_tflops,memory_gb,memory_bandwidth_gbps,gpus,form,year,source,confidence,note
v100_pcie,V100 PCIe 16GB,NVIDIA,250,112,,16,900,1,PCIe,,cli99/llm-analysis llm_analysis/gpu_configs/v100-pcie-16gb.json; hahnyuan/LLM-Viewer hardwares/hardware_params.py; TDP: hmc-tech.com GPU comparison pages (secondary) lists 250 W PCIe-class (V100S 250 W in GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv),medium,FP16 tensor peak; no BF16 or FP8 hardware
v100_sxm,V100 SXM2 32GB,NVIDIA,300,125,,32,900,1,SXM2,,cli99/llm-analysis llm_analysis/gpu_configs/v100-sxm-32gb.json; TDP 300 W GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv and hmc-tech.com GPU comparison pages (secondary),high,FP16 tensor peak; no BF16 or FP8 hardware
nvidia_t4,T4,NVIDIA,70,65,,16,320,1,PCIe,,TDP 70 W GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv; peak/memory from vendor-derived tables seen in search 2026,medium,FP16 tensor peak; no BF16; measured bandwidth nearer 300
nvidia_a2,A2,NVIDIA,60,18.13,,16,,1,PCIe,,hmc-tech.com GPU comparison pages (secondary) nvidia-l4-vs-nvidia-a2,medium,
nvidia_a10,A10,NVIDIA,150,125,,24,600,1,PCIe,,"cli99/llm-analysis llm_analysis/gpu_configs/a10-pcie-28gb.json (peak, bandwidth; that file says 28 GB, which is wrong)",medium,llm-analysis file carries 28 GB: do not copy
a10g,A10G,NVIDIA,,70,,24,600,1,PCIe,,cli99/llm-analysis llm_analysis/gpu_configs/a10g-pcie-24gb.json,medium,AWS variant; TDP not seen
nvidia_a40,A40,NVIDIA,300,149.7,,48,696,1,PCIe,,hahnyuan/LLM-Viewer hardwares/hardware_params.py; TDP hmc-tech.com GPU comparison pages (secondary) nvidia-l4-vs-nvidia-a40,high,
rtx_a6000,RTX A6000,NVIDIA,,154.8,,48,768,1,PCIe,,cli99/llm-analysis llm_analysis/gpu_configs/a6000-48gb.json; hahnyuan/LLM-Viewer hardwares/hardware_params.py,high,TDP not seen
a100_pcie_40gb,A100 PCIe 40GB,NVIDIA,250,312,,40,1555,1,PCIe,2020,cli99/llm-analysis llm_analysis/gpu_configs/a100-pcie-40gb.json; TDP GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv (NVIDIA datasheet); year stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,no FP8; INT8 624 TOPS
a100_sxm_40gb,A100 SXM4 40GB,NVIDIA,400,312,,40,1555,1,SXM4,2020,cli99/llm-analysis llm_analysis/gpu_configs/a100-sxm-40gb.json; TDP+year stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,no FP8; INT8 624 TOPS
a100_pcie_80gb,A100 PCIe 80GB,NVIDIA,300,312,,80,1935,1,PCIe,2020,cli99/llm-analysis llm_analysis/gpu_configs/a100-pcie-80gb.json; TDP GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv and stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,1935 (llm-analysis) vs 1940 (stas00)
a100_sxm_80gb,A100 SXM4 80GB,NVIDIA,400,312,,80,2039,1,SXM4,2020,cli99/llm-analysis llm_analysis/gpu_configs/a100-sxm-80gb.json; hahnyuan/LLM-Viewer hardwares/hardware_params.py; TDP stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,tensoreconomics uses 2.03 TB/s; stas00 rounds to 2.00
nvidia_l4,L4,NVIDIA,72,121,242,24,300,1,PCIe,2023,grokipedia NVIDIA_L4_vs_L40S (242/485 TFLOPS WITH sparsity -> halved); hmc-tech lists 125/251,medium,vendor headline figures are sparse
nvidia_l40,L40,NVIDIA,300,181,362,48,864,1,PCIe,,"hahnyuan/LLM-Viewer hardwares/hardware_params.py (FP16 181, INT8 362 used for FP8)",medium,
l40s,L40S,NVIDIA,350,362,733,48,864,1,PCIe,2023,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); grokipedia NVIDIA_L4_vs_L40S,high,twice the L40 tensor peak; hmc-tech lists TDP 300
rtx_3090,RTX 3090,NVIDIA,350,71,,24,936,1,PCIe,2020,"holynerdvana.blogspot.com 2022 spec table (FP16 142 dense/285 sparse, FP16 accumulate; 71 = half for FP32 accumulate); hardwaredb.net TDP",low,bf16 value derived by halving; TDP and bandwidth are medium
rtx_4090,RTX 4090,NVIDIA,450,165.2,330.3,24,1008,1,PCIe,2022,gigagpu.com 2026 spec table; ai-build.pages.dev; sipoch.com,medium,FP32-accumulate peaks; FP16-accumulate figures are twice this
rtx_5090,RTX 5090,NVIDIA,575,209,419,32,1792,1,PCIe,2025,"gigagpu.com 2026 spec table (~209 dense FP16); spheron.network (838 sparse FP16-accumulate, 1677 sparse FP8); TDP spheron/awesomeagents",low,"sources disagree 2x on dense tensor peak; TDP, memory, bandwidth are high"
rtx_pro_6000_blackwell,RTX PRO 6000 Blackwell,NVIDIA,600,,,,,1,PCIe,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) power table,medium,
h100_pcie,H100 PCIe 80GB,NVIDIA,350,756,1513,80,2000,1,PCIe,2022,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); cli99/llm-analysis llm_analysis/gpu_configs/h100-pcie-80gb.json; TDP seed blog,high,
h100_sxm,H100 SXM5 80GB,NVIDIA,700,989,1979,80,3350,1,SXM5,2022,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); cli99/llm-analysis llm_analysis/gpu_configs/h100-sxm-80gb.json,high,ridge point 989e12/3.35e12 = 295.2 FLOP/byte; all-in facility provision 1.73 kW (InferenceX 2026-04) later 1.37 kW
h100_nvl,H100 NVL 94GB,NVIDIA,400,835.5,1671,94,3900,1,PCIe,2023,"gpu.blog (94 GB, 350-400 W configurable); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (400 W); 1671 sparse BF16 halved",medium,bf16 derived by halving the sparse figure; fp8 doubled from it; some pages misprint 133 TFLOPS or 4.8 TB/s
h200_sxm,H200 SXM,NVIDIA,700,989,1979,141,4800,1,SXM5,,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,"same compute as H100, more memory"
h200_nvl,H200 NVL,NVIDIA,600,,,141,,1,PCIe,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) power table,medium,
nvidia_h20,H20,NVIDIA,400,148,,96,,1,SXM,,Hugging Face hardware page (seen 2026 via search),low,
gh200_96gb,GH200 96GB (GPU part),NVIDIA,,989,1979,96,4000,1,superchip,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,superchip TDP is configurable; GPU part has H100 compute
gh200_141gb,GH200 141GB (GPU part),NVIDIA,900,989,1979,141,4800,1,superchip,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (900 W 141 GB HBM3e version),medium,GenZ lists 1979 for BF16: that is the sparse figure
b100_sxm,B100 SXM,NVIDIA,700,1750,3500,192,8000,1,SXM,2024,hmc-tech.com GPU comparison pages (secondary) nvidia-b200-vs-nvidia-b100; abhibambhaniya/GenZ-LLM-Analyzer Systems/system_configs.py (bandwidth),medium,hmc-tech lists 7.7 TB/s; GenZ lists 3500 as Flops (sparse BF16 or dense FP8)
b200_sxm,B200 SXM,NVIDIA,1000,2250,4500,180,8000,1,SXM,2024,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,192 GB raw / 180 GB usable; 9000 FP8 is the sparse number and is often misprinted as dense; provision 2.17 kW all-in (InferenceX)
b300_sxm,B300 SXM,NVIDIA,1000,2250,4500,268,8000,1,SXM,2025,"SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04) (268 GB); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (288 GB, 1000 W)",medium,SemiAnalysis uses 1200 W; memory 268 usable vs 288 raw
gb200,GB200 (one GPU of NVL72),NVIDIA,1200,2500,5000,192,8000,1,superchip,2024,"SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (186 GB, 1200 W)",high,provision 2.1 kW all-in (InferenceX)
gb200_superchip,GB200 superchip (2 GPU + 1 Grace),NVIDIA,2700,5000,10000,384,16000,2,superchip,2024,hmc-tech.com GPU comparison pages (secondary) nvidia-b200-vs-nvidia-gb200,medium,
gb200_nvl72,GB200 NVL72 rack,NVIDIA,120000,180000,360000,13824,576000,72,rack,2024,nybreaking.com / sg.news.yahoo.com 2024 (120 kW); peaks = 72 x per-GPU; training.continuumlabs.ai,medium,peaks and memory are multiplied from the per-GPU row (192 GB raw)
gb300,GB300 (one GPU of NVL72),NVIDIA,1400,2500,5000,288,8000,1,superchip,2025,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,only FP4 is faster than GB200; provision 2.1-2.12 kW all-in
gb300_nvl72,GB300 NVL72 rack,NVIDIA,135000,180000,360000,20736,576000,72,rack,2025,NVIDIA deployment guidance seen 2026 (18 x 7.5 kW planning); introl.com (about 120 kW typical),medium,planning figure 135 kW; 120-140 kW quoted; peaks multiplied from per-GPU row
rubin_sxm,Rubin SXM,NVIDIA,,4000,17500,288,22000,1,SXM,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (announced part),low,announced; FP8 17500 as listed by stas00
mi100,MI100,AMD,,184.6,,32,1228.8,1,PCIe,2020,cli99/llm-analysis llm_analysis/gpu_configs/mi100-32gb.json; year owiki.org AMD_Instinct,medium,FP16 matrix peak
mi210,MI210,AMD,300,181,,64,1638,1,PCIe,,cli99/llm-analysis llm_analysis/gpu_configs/mi210-64gb.json; TDP hmc-tech.com GPU comparison pages (secondary) (MI200-class 64GB 300 W),medium,
mi250,MI250,AMD,560,362,,128,3276,1,OAM,2021,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); cli99/llm-analysis llm_analysis/gpu_configs/mi250-128gb.json; TBP as MI250X,medium,hmc-tech lists 500 W TDP vs 560 W board power
mi250x,MI250X,AMD,560,383,,128,3276,1,OAM,2021,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (560 W TBP / 500 W TDP); cli99/llm-analysis llm_analysis/gpu_configs/mi250x-128gb.json,high,two dies presented as two devices
mi300x,MI300X,AMD,750,1307,2615,192,5300,1,OAM,,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,provision 1.79 kW all-in (InferenceX); achieved matmul 51% of peak (stas00)
mi325x,MI325X,AMD,1000,1307,2615,256,6000,1,OAM,,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,provision 2.18 kW all-in
mi350p,MI350P,AMD,600,,,,,1,PCIe,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) power table,low,
mi350x,MI350X,AMD,1000,,,288,8000,1,OAM,2025,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,peaks not seen
mi355x,MI355X,AMD,1400,2516,5033,288,8000,1,OAM,2025,SemiAnalysisAI/InferenceX-app packages/app/src/lib/gpu-specs.ts (2026-04); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,provision 2.65 kW all-in (2026-04) later 2.09
mi455x,MI455X,AMD,,5000,10000,432,23300,1,OAM,2026,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (announced part),low,
gaudi_2,Gaudi 2,Intel,600,432,865,96,2460,1,OAM,2022,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,
gaudi_3,Gaudi 3,Intel,900,1677,1677,128,3700,1,OAM,2024,"stas00/ml-engineering compute/accelerator/README.md (2026 snapshot) (1677 derived from clock; Intel advertises 1835); abhibambhaniya/GenZ-LLM-Analyzer Systems/system_configs.py (1835, 3675 GB/s)",medium,two peaks in circulation: 1677 and 1835
ascend_950dt,Ascend 950DT,Huawei,,486,919,96,4000,1,module,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),low,
tpu_v2,TPU v2,Google,280,,,16,600,1,module,2017,GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv (arXiv 2104.10350); aiwiki.ai tpu_ironwood (memory),medium,
tpu_v3,TPU v3,Google,220,,,,,1,module,2018,GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv,medium,
tpu_v4,TPU v4,Google,170,275,,32,1200,1,module,,"stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); power GreenAlgorithms/green-algorithms-tool data/v3.0/TDP_gpu.csv (170 W mean; 90/170/192 min/mean/max measured, Google docs); abhibambhaniya/GenZ-LLM-Analyzer Systems/system_configs.py",high,"tdp_w here is the published MEAN chip power, not a TDP; INT8 275"
tpu_v5e,TPU v5e,Google,,197,,16,819,1,module,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot); abhibambhaniya/GenZ-LLM-Analyzer Systems/system_configs.py,high,INT8 394; ridge point 197e12/8.2e11 = 240 FLOP/byte; power unpublished
tpu_v5p,TPU v5p,Google,,459,459,95,2765,1,module,,"docs.cloud.google.com/tpu/docs/tpu7x (Google Cloud, 2025-26)",high,power unpublished; INT8 918
tpu_v6e,TPU v6e (Trillium),Google,,918,918,32,1638,1,module,,"docs.cloud.google.com/tpu/docs/tpu7x (Google Cloud, 2025-26); stas00/ml-engineering compute/accelerator/README.md (2026 snapshot)",high,power unpublished; INT8 1836
tpu_v7,TPU7x (Ironwood),Google,,2307,4614,192,7380,1,module,2025,"docs.cloud.google.com/tpu/docs/tpu7x (Google Cloud, 2025-26)",high,memory is GiB; power unpublished; secondary pages say 7.2 or 7.37 TB/s
trainium2,Trainium2,AWS,,667,1299,96,2900,1,module,,stas00/ml-engineering compute/accelerator/README.md (2026 snapshot),high,power unpublished
cerebras_wse3,WSE-3 (CS-3 system),Cerebras,23000,125000,,44,21000000,1,wafer system,2024,awesomeagents.ai cerebras-wse-3 (about 23 kW system); tomshardware 2024 (125 PFLOPS FP16); yobitel.com says the 125 PFLOPS is SPARSE,low,power is the whole CS-3 system; memory is on-wafer SRAM
groq_lpu_v1,Groq LPU v1,Groq,,188,,0.23,80000,1,PCIe,,"public Groq architecture write-ups seen 2026 (188 FP16 TFLOPS, 230 MB SRAM, 80 TB/s)",low,a 70B model needs hundreds of these; per-chip power not sourced
apple_m2_ultra,M2 Ultra,Apple,,,,192,800,1,SoC,,public spec pages seen 2026,medium,unified memory; TDP unpublished
apple_m3_ultra,M3 Ultra,Apple,,,,512,819,1,SoC,,public spec pages seen 2026,medium,unified memory; TDP unpublished
apple_m4_max,M4 Max (base),Apple,,,,,410,1,SoC,,public spec pages seen 2026,low,
"""##

  package static let costRates: StaticString = ##"""
item,value,unit,scope,year,source,confidence
H100,1.3,USD/GPU-hour,hyperscaler ownership,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
H100,1.69,USD/GPU-hour,neocloud ownership,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
H100,1.3,USD/GPU-hour,3-year rental,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
B200,1.95,USD/GPU-hour,hyperscaler ownership,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
B200,2.34,USD/GPU-hour,neocloud ownership,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
B200,2.9,USD/GPU-hour,3-year rental,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high
H100,2.5,USD/GPU-hour,on-demand figure used by tensoreconomics,2025,Mazurek and Gabriel 2025 tensoreconomics,high
electricity 1Cat-vLLM,0.15,USD/kWh,implied by $0.36 and $1.58 per million tokens at 2 kW,2026,1Cat-vLLM issue 535,low
"""##

  package static let energySourceIntensity: StaticString = ##"""
fuel,gCO2e_per_kWh,source,confidence
coal,995,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
petroleum,816,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
natural_gas,743,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
fossil_average,635,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
geothermal,38,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
hydroelectricity,26,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
nuclear,29,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
solar,48,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
wind,26,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
world_average_2019,475,mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/carbon_intensity_per_source.json,medium
"""##

  package static let equivalences: StaticString = ##"""
name,value,unit,per,source,confidence,note
electric_car_km,0.17,kWh,km,genai-impact/ecologits-calculator src/utils.py,high,
walking_km,196,kJ,km,genai-impact/ecologits-calculator src/utils.py (runningtools.com; 70 kg at 3 km/h),medium,metabolic energy
running_km,294,kJ,km,genai-impact/ecologits-calculator src/utils.py (runningtools.com; 70 kg at 10 km/h),medium,metabolic energy
nuclear_plant_900MW_year,6,TWh,year,genai-impact/ecologits-calculator src/utils.py (EDF),medium,76% capacity factor
wind_turbine_2MW_year,4.2,GWh,year,genai-impact/ecologits-calculator src/utils.py (ecologie.gouv.fr),medium,24% capacity factor
ireland_electricity_year,33,TWh,year,genai-impact/ecologits-calculator src/utils.py (Wikipedia),medium,population 5 million
us_household_year,10500,kWh,year,Epoch AI 2025 ChatGPT energy post (US EIA),high,about 28.8 kWh per day
kettle_half_litre_measured,41.88,Wh,boil,"public measured kettle page seen 2026: 150,784 J for 0.5 L",medium,"theoretical 0.5 kg x 4186 x 80 K = 46.5 Wh at 100% from 20 C, so the start was warmer"
kettle_1_5_litre,120,Wh,boil,public estimate seen 2026,low,
kettle_one_minute_3kW,50,Wh,minute,leoht.co.uk household item table 2022,medium,
toaster_two_slices_measured,27.87,Wh,toast,"public measured page seen 2026: 100,327 J",medium,
toaster_2_slice_5min,75,Wh,toast,leoht.co.uk household item table 2022,low,
microwave_3min,75,Wh,use,leoht.co.uk household item table 2022,medium,1500 W
laptop_hour,50,Wh,hour,leoht.co.uk household item table 2022 (50 W),medium,
tv_55inch_hour,110,Wh,hour,leoht.co.uk household item table 2022 (110 W),medium,
tv_google_9_seconds,0.24,Wh,9 s,Elsworth et al. 2025 arXiv 2508.15734 (0.24 Wh is under 9 s of TV),high,implies about a 96-100 W set
smartphone_charge,10,Wh,charge,openenergymonitor.org (0.01 kWh),medium,other pages say up to 20 Wh
iphone_charging_year,1.8,kWh,year,leoht.co.uk household item table 2022,medium,
smartphone_charges_per_tonne_co2,121643,charges,tonne CO2e,cloud-carbon-footprint (US EPA equivalencies),medium,8.22 g CO2e per charge
google_search_2009,0.3,Wh,search,Google 2009 blog figure quoted widely (0.0003 kWh),medium,old; later pages quote 0.2; Green Algorithms table has 10 g CO2 which is far larger
led_bulb_hour_10W,10,Wh,hour,leoht.co.uk household item table 2022 (10 bulbs = 100 W),medium,
led_bulb_hour_5W,5,Wh,hour,betagouv/ComparIA (5 W LED),medium,
netflix_hour,77,Wh,hour,IEA estimate quoted by carbonbrief (0.077 kWh/h),medium,
netflix_hour_co2,36,gCO2e,hour,"GreenAlgorithms data/v3.0/referenceValues.csv (carbonbrief, updated)",medium,
video_streaming_hours_per_kg,15.6,h,kgCO2e,genai-impact/ecologits-calculator src/utils.py (impactco2.fr),medium,ComparIA uses 31.5 h per kg: the two disagree 2x
car_km_EU,175,gCO2e,km,GreenAlgorithms data/v3.0/referenceValues.csv,high,
car_km_US,251,gCO2e,km,GreenAlgorithms data/v3.0/referenceValues.csv,high,
train_km,41,gCO2e,km,GreenAlgorithms data/v3.0/referenceValues.csv,medium,range 5-37 noted
flight_economy_km,171,gCO2e,km,GreenAlgorithms data/v3.0/referenceValues.csv,medium,range 139-244
flight_paris_london,50,kgCO2e,passenger,GreenAlgorithms data/v3.0/referenceValues.csv,medium,
flight_ny_sf,570,kgCO2e,passenger,GreenAlgorithms data/v3.0/referenceValues.csv,medium,
flight_paris_nyc_return,1770,kgCO2e,passenger,genai-impact/ecologits-calculator src/utils.py (impactco2.fr),medium,"EcoLogits multiplies by 100 passengers: 177,000 kg per flight"
tree_year,11,kgCO2e,year,GreenAlgorithms data/v3.0/referenceValues.csv,medium,
ps5_hour,200,Wh,hour,muxup.com 2026 per-query energy post,medium,
wifi_router_hour,9,Wh,hour,public page seen 2026,low,
fridge_day,0.39,kWh,day,public page seen 2026,low,
food_calorie,4184,J,kcal,definition,high,
big_mac,580,kcal,burger,SemiAnalysisAI/InferenceX-app issue 790,medium,674 Wh
dishwasher_cycle,,,cycle,,low,"not sourced well: leoht table prints 4.4 kWh which is nameplate x time, about 4x too high"
"""##

  package static let facilities: StaticString = ##"""
id,operator,pue,wue_l_per_kwh,year,source,confidence,note
google_fleet,Google (fleet),1.09,0.999,2024,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md (Google row),high,"WUE in code 0.999, in docs 0.99"
google_fleet,Google (fleet),1.1,,2023,datacenterdynamics.com 2024-12 AWS global data centers achieved PUE of 1.15,high,best site 1.06
google_cloud,Google Cloud (CCF),1.1,,,cloud-carbon-footprint packages/*/src/domain/*FootprintEstimationConstants.ts,medium,
google_cloud,Google Cloud (Green Algorithms),1.12,,2023,GreenAlgorithms/green-algorithms-tool data/v3.0/defaults_PUE.csv (nutanix.dev 2023),low,
aws_global,AWS (global),1.15,,2023,datacenterdynamics.com 2024-12 AWS global data centers achieved PUE of 1.15,high,best site 1.04
aws_global,AWS (global),1.15,0.15,2024,Computer Weekly via briefly.co 2025,medium,
aws_global,AWS (CCF),1.135,,,cloud-carbon-footprint packages/*/src/domain/*FootprintEstimationConstants.ts,medium,
aws_global,AWS (Green Algorithms),1.2,,2023,GreenAlgorithms/green-algorithms-tool data/v3.0/defaults_PUE.csv,low,
aws_anthropic_meta,"AWS (Jegham, Anthropic/Meta)",1.14,0.18,2025,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598 v6,medium,off-site (generation) water 3.142 L/kWh; CIF 385 g/kWh
anthropic_on_aws_google,Anthropic on AWS+Google (EcoLogits),1.09-1.14,0.13-0.999,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,medium,range
hugging_face_hub,Hugging Face Hub (EcoLogits),1.09-1.14,0.13-0.99,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,medium,range
cohere_on_google,Cohere on Google (EcoLogits),1.09,0.999,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,medium,
mistral_on_microsoft_sweden,Mistral on Microsoft Sweden (EcoLogits),1.16,0.09,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,medium,grid SWE
openai_on_azure,OpenAI on Azure (EcoLogits),1.2,0.569,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,medium,
openai_on_azure,OpenAI on Azure (Jegham),1.12,0.3,2025,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598 v6,medium,off-site water 3.142 L/kWh; CIF 352.8 g/kWh
deepseek,DeepSeek (Jegham),1.27,1.2,2025,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598 v6,medium,off-site water 6.016 L/kWh; CIF 600 g/kWh
microsoft_owned_fleet,Microsoft (owned fleet),1.17,0.27,2025,Computer Weekly via briefly.co 2025 (Microsoft FY25 reporting),medium,
microsoft_owned_fleet,Microsoft (owned fleet),1.16,0.3,2024,Microsoft FY24 figures seen via search 2026,medium,WUE was 0.49 in 2021
microsoft_portfolio,Microsoft (portfolio),1.18,,2023,datacenterdynamics.com 2024-12 AWS global data centers achieved PUE of 1.15,high,newest sites about 1.12
microsoft_azure,Microsoft Azure (CCF),1.185,,,cloud-carbon-footprint packages/*/src/domain/*FootprintEstimationConstants.ts,medium,
microsoft_azure,Microsoft Azure (Green Algorithms),1.12,,2023,GreenAlgorithms/green-algorithms-tool data/v3.0/defaults_PUE.csv,low,
meta_fleet,Meta (fleet),1.08,,2023,hyperscalers.news 2024 (Meta 2023 sustainability report); datacenterdynamics.com 2024-12 AWS global data centers achieved PUE of 1.15,high,
meta_buildings_2021,Meta (buildings completed 2021),1.09,0.26,2021,sustainability.fb.com/data-centers,high,
oracle,Oracle,1.15,,2024,datacenterdynamics.com 2024-12 AWS global data centers achieved PUE of 1.15,medium,"""as low as"""
ovhcloud,OVHcloud,1.09,,2023,GreenAlgorithms/green-algorithms-tool data/v3.0/defaults_PUE.csv,low,
alibaba_cloud,Alibaba Cloud,1.3,,,cloud-carbon-footprint packages/*/src/domain/*FootprintEstimationConstants.ts,medium,
on_premise_default,On-premise default,1.58,,2023,cloud-carbon-footprint packages/*/src/domain/*FootprintEstimationConstants.ts; Uptime 2023,medium,
industry_average,Industry average (Uptime),1.56,,2024,GreenAlgorithms/green-algorithms-tool data/v3.0/defaults_PUE.csv (Uptime Institute 2024 survey),high,"1.58 in 2023, 1.55 in 2022"
industry_average,Industry average (Uptime),1.58,,2023,Uptime Institute 2023 survey seen via search,medium,
industry_average,Industry average (Uptime),1.55,,2022,Uptime Institute 2022 survey seen via search,medium,
epoch_chatgpt,Epoch AI ChatGPT estimate,1.2,,2025,Epoch AI 2025 How much energy does ChatGPT use (public sheet),high,1.3 in the pessimistic column
"""##

  package static let gridIntensity: StaticString = ##"""
id,iso,region,gCO2e_per_kWh,year,water_l_per_kwh_generation,primary_energy_mj_per_kwh,basis,source,confidence
ARG,ARG,Argentina,358.95,,11.4558,7.8888,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
AUS,AUS,Australia,551.59,,4.7293,12.2247,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
AUT,AUT,Austria,102.62,,5.7222,2.8363,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
BEL,BEL,Belgium,117.58,,2.6198,8.9876,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
BGR,BGR,Bulgaria,264.21,,4.6228,12.118,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
BRA,BRA,Brazil,103.21,,18.6033,1.7701,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CAN,CAN,Canada,174.81,,8.1662,4.1955,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CHE,CHE,Switzerland,36.6,,5.6641,4.7362,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CHL,CHL,Chile,265.52,,10.5226,6.434,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CHN,CHN,China,559.55,,6.0065,10.6736,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CYP,CYP,Cyprus,512.24,,1.2947,11.9763,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
CZE,CZE,Czechia,413.86,,3.2133,11.103,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
DEU,DEU,Germany,344.14,,1.947,8.7477,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
DNK,DNK,Denmark,143.3,,3.1935,6.6454,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
ESP,ESP,Spain,146.15,,6.2088,7.4839,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
EST,EST,Estonia,341.02,,2.1986,14.2926,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
FIN,FIN,Finland,72.25,,4.5289,6.2915,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
FRA,FRA,France,44.18,,3.6737,9.3135,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
GBR,GBR,United Kingdom,210.89,,2.329,9.0976,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
GRC,GRC,Greece,319.76,,5.1451,10.5179,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
HUN,HUN,Hungary,182.82,,3.6874,10.5942,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
IDN,IDN,Indonesia,682.43,,2.2554,9.7582,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
IND,IND,India,708.32,,3.4368,16.6775,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
IRL,IRL,Ireland,279.7,,1.4769,8.0614,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
ISL,ISL,Iceland,28.33,,6.1409,0.0128,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
ITA,ITA,Italy,287.53,,4.8374,7.9351,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
JPN,JPN,Japan,482.32,,2.3063,9.1105,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
KOR,KOR,South Korea,414.27,,1.8877,9.9136,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
LTU,LTU,Lithuania,139.34,,5.8994,10.6476,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
LUX,LUX,Luxembourg,134.62,,12.7784,8.0213,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
LVA,LVA,Latvia,136.22,,2.5526,3.7781,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
MEX,MEX,Mexico,484.83,,5.3047,9.9732,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
MLT,MLT,Malta,484.16,,1.1185,16.3514,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
MYS,MYS,Malaysia,604.43,,1.6778,10.5875,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
NLD,NLD,Netherlands,253.31,,3.433,7.4815,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
NOR,NOR,Norway,30.75,,6.6633,0.1386,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
NZL,NZL,New Zealand,120.11,,14.9681,3.9817,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
POL,POL,Poland,614.98,,2.5135,11.1352,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
PRT,PRT,Portugal,112.29,,9.5932,6.5813,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
ROU,ROU,Romania,245.55,,7.3563,9.1329,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
RUS,RUS,Russia,449.2,,3.4595,10.9691,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
SVK,SVK,Slovakia,96.49,,5.7952,8.8184,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
SVN,SVN,Slovenia,227.65,,2.9769,8.4293,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
SWE,SWE,Sweden,35.82,,6.0315,4.7301,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
THA,THA,Thailand,554.5,,2.8902,9.0495,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
TUR,TUR,Turkey,469.7,,4.9197,8.7855,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
TWN,TWN,Taiwan,635.65,,1.4886,10.9587,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
UKR,UKR,Ukraine,256.21,,2.1306,12.2117,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
USA,USA,United States,383.55,,3.1321,9.6884,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
WORLD,WOR,World,473.01,,3.908,2.5871,annual average; consumption year not stated,genai-impact/ecologits v0.9.1 (2025) ecologits/data/electricity_mixes.csv (from Our World in Data; ADEME; WRI for water),high
ARE,ARE,United Arab Emirates,561.135,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ARG,ARG,Argentina,354.103,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
AUS,AUS,Australia,548.692,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
AUT,AUT,Austria,110.812,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
BEL,BEL,Belgium,138.107,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
BGD,BGD,Bangladesh,691.411,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
BRA,BRA,Brazil,98.348,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
CAN,CAN,Canada,170.043,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
CHE,CHE,Switzerland,34.843,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
CHL,CHL,Chile,291.113,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
CHN,CHN,China,582.317,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
CZE,CZE,Czechia,449.724,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
DEU,DEU,Germany,380.95,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
DNK,DNK,Denmark,151.65,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
EGY,EGY,Egypt,570.306,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ESP,ESP,Spain,174.05,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
EST,EST,Estonia,416.667,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
FIN,FIN,Finland,79.158,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
FRA,FRA,France,56.039,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
GBR,GBR,United Kingdom,237.589,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
GRC,GRC,Greece,336.574,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
HKG,HKG,Hong Kong,699.499,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
HUN,HUN,Hungary,204.19,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
IDN,IDN,Indonesia,675.931,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
IND,IND,India,713.441,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
IRL,IRL,Ireland,290.805,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ISL,ISL,Iceland,27.68,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ISR,ISR,Israel,582.927,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ITA,ITA,Italy,330.718,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
JPN,JPN,Japan,485.392,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
KAZ,KAZ,Kazakhstan,821.391,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
KEN,KEN,Kenya,70.492,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
KOR,KOR,South Korea,430.567,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
KWT,KWT,Kuwait,649.163,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
MAR,MAR,Morocco,630.014,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
MEX,MEX,Mexico,507.245,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
MYS,MYS,Malaysia,605.831,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
NGA,NGA,Nigeria,523.247,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
NLD,NLD,Netherlands,267.622,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
NOR,NOR,Norway,30.08,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
NZL,NZL,New Zealand,112.758,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
PAK,PAK,Pakistan,440.608,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
PER,PER,Peru,266.478,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
PHL,PHL,Philippines,610.688,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
POL,POL,Poland,661.926,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
PRT,PRT,Portugal,165.553,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
QAT,QAT,Qatar,602.5,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ROU,ROU,Romania,240.583,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
RUS,RUS,Russia,441.039,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
SAU,SAU,Saudi Arabia,706.791,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
SGP,SGP,Singapore,470.783,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
SVN,SVN,Slovenia,231.275,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
SWE,SWE,Sweden,40.695,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
THA,THA,Thailand,549.583,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
TUR,TUR,Turkey,464.586,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
TWN,TWN,Taiwan,642.378,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
UKR,UKR,Ukraine,259.693,2022,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
USA,USA,United States,369.473,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
VNM,VNM,Vietnam,475.449,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
ZAF,ZAF,South Africa,707.686,2023,,,"annual average, life-cycle",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/private_infra/global_energy_mix.json (from Our World in Data / Ember),high
gcp_africa_south1,GCP:africa-south1,Johannesburg (South Africa),646,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_east1,GCP:asia-east1,Changhua County (Taiwan),451,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_east2,GCP:asia-east2,Hong Kong (China),360,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_northeast1,GCP:asia-northeast1,Tokyo (Japan),459,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_northeast2,GCP:asia-northeast2,Osaka (Japan),385,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_northeast3,GCP:asia-northeast3,Seoul (Korea),378,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_south1,GCP:asia-south1,Mumbai (India),648,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_south2,GCP:asia-south2,Delhi (India),529,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_southeast1,GCP:asia-southeast1,Jurong West (Singapore),369,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_asia_southeast2,GCP:asia-southeast2,Jakarta (Indonesia),580,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_australia_southeast1,GCP:australia-southeast1,Sydney (Australia),501,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_australia_southeast2,GCP:australia-southeast2,Melbourne (Australia),456,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_central2,GCP:europe-central2,Warsaw (Poland),723,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_north1,GCP:europe-north1,Hamina (Finland),46,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_southwest1,GCP:europe-southwest1,Madrid (Spain),131,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west1,GCP:europe-west1,St. Ghislain (Belgium),122,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west2,GCP:europe-west2,London (United Kingdom),136,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west3,GCP:europe-west3,Frankfurt (Germany),345,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west4,GCP:europe-west4,Eemshaven (Netherlands),236,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west6,GCP:europe-west6,Zurich (Switzerland),59,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west8,GCP:europe-west8,Milan (Italy),249,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west9,GCP:europe-west9,Paris (France),34,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west10,GCP:europe-west10,Berlin (Germany),345,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_europe_west12,GCP:europe-west12,Turin (Italy),249,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_me_central1,GCP:me-cenrtal1,Doha (Qatar),575,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_me_central2,GCP:me-central2,Dammam (Saudi Arabia),569,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_me_west1,GCP:me-west1,Tel Aviv (Israel),463,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_northamerica_northeast1,GCP:northamerica-northeast1,Montreal (Canada),2,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_northamerica_northeast2,GCP:northamerica-northeast2,Toronto (Canada),47,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_southamerica_east1,GCP:southamerica-east1,Sao Paulo (Brazil),56,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_southamerica_west1,GCP:southamerica-west1,Santiago (Chile),138,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_central1,GCP:us-central1,Council Bluffs (USA),430,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_east1,GCP:us-east1,Moncks Corner (USA),560,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_east4,GCP:us-east4,Ashburn (USA),322,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_east5,GCP:us-east5,Columbus (USA),322,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_south1,GCP:us-south1,Dallas (USA),321,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_west1,GCP:us-west1,The Dalles (USA),94,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_west2,GCP:us-west2,Los Angeles (USA),198,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_west3,GCP:us-west3,Salt Lake City (USA),588,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
gcp_us_west4,GCP:us-west4,Las Vegas (USA),373,,,,"cloud region, hourly-weighted grid average",mlco2/codecarbon (2026-08 snapshot) codecarbon/data/cloud/impact.csv (from Google Cloud region-carbon page),high
WORLD,WORLD,Any,475,2019,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (https://www.iea.org/reports/global-energy-co2-status-report-2019/emissions),medium
IL,IL,Israel,558,,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (https://www.electricitymap.org),medium
ZA,ZA,South Africa,900.6,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) and Climate Transparency (2021 Report) (data from 2020)),medium
JP,JP,Japan,465.8,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) and Climate Transparency (2021 Report) (data from 2020)),medium
SA,SA,Saudi Arabia,505.9,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) and Climate Transparency (2021 Report) (data from 2020)),medium
SG,SG,Singapore,408,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) and Singapore Energy Market Authority (EMA) (data from 2020)),medium
TR,TR,Turkey,375,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) and Climate Transparency (2021 Report) (data from 2020)),medium
US_AK,US-AK,Alaska (United States of America),462.33,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_AL,US-AL,Alabama (United States of America),344.37,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_AR,US-AR,Arkansas (United States of America),454.4,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_AZ,US-AZ,Arizona (United States of America),351.99,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_CA,US-CA,California (United States of America),216.43,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_CO,US-CO,Colorado (United States of America),582.34,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_CT,US-CT,Connecticut (United States of America),253,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_DC,US-DC,Washington DC (United States of America),382.68,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_DE,US-DE,Delaware (United States of America),360.68,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_FL,US-FL,Florida (United States of America),402.2,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_GA,US-GA,Georgia (United States of America),345.58,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_HI,US-HI,Hawaii (United States of America),731.21,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_IA,US-IA,Iowa (United States of America),293.85,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_ID,US-ID,Idaho (United States of America),101.89,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_IL,US-IL,Illinois (United States of America),265.8,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_IN,US-IN,Indiana (United States of America),740.02,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_KS,US-KS,Kansas (United States of America),384.08,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_KY,US-KY,Kentucky (United States of America),804.75,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_LA,US-LA,Louisiana (United States of America),363.82,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MA,US-MA,Massachusetts (United States of America),420.32,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MD,US-MD,Maryland (United States of America),308.21,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_ME,US-ME,Maine (United States of America),109,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MI,US-MI,Michigan (United States of America),448.08,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MN,US-MN,Minnesota (United States of America),367.93,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MO,US-MO,Missouri (United States of America),773,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MS,US-MS,Mississippi (United States of America),427.07,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_MT,US-MT,Montana (United States of America),435.87,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NC,US-NC,North Carolina (United States of America),309.73,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_ND,US-ND,North Dakota (United States of America),663.05,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NE,US-NE,Nebraska (United States of America),573.51,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NH,US-NH,New Hampshire (United States of America),118.44,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NJ,US-NJ,New Jersey (United States of America),235.1,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NM,US-NM,New Mexico (United States of America),601.77,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NV,US-NV,Nevada (United States of America),342.25,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_NY,US-NY,New York (United States of America),199.01,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_OH,US-OH,Ohio (United States of America),598.58,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_OK,US-OK,Oklahoma (United States of America),338.44,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_OR,US-OR,Oregon (United States of America),163.15,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_PA,US-PA,Pennsylvania (United States of America),333.19,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_RI,US-RI,Rhode Island (United States of America),395.27,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_SC,US-SC,South Carolina (United States of America),245.48,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_SD,US-SD,South Dakota (United States of America),162.69,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_TN,US-TN,Tennessee (United States of America),272.89,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_TX,US-TX,Texas (United States of America),409.16,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_UT,US-UT,Utah (United States of America),747.82,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_VA,US-VA,Virginia (United States of America),308,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_VT,US-VT,Vermont (United States of America),14.45,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_WA,US-WA,Washington (United States of America),101.84,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_WI,US-WI,Wisconsin (United States of America),569.39,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_WV,US-WV,West Virginia (United States of America),919.34,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
US_WY,US-WY,Wyoming (United States of America),950.5,2020,,,annual average,GreenAlgorithms/green-algorithms-tool data/v3.0/CI_aggregated.csv (carbonfootprint (March 2022) (data from 2020 published in 2022)),medium
PAPER_azure_jegham,PAPER:azure-jegham,Azure mix used for OpenAI models,352.8,2025,,,provider-weighted,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598,medium
PAPER_aws_jegham,PAPER:aws-jegham,AWS mix used for Anthropic and Meta models,385,2025,,,provider-weighted,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598,medium
PAPER_deepseek_jegham,PAPER:deepseek-jegham,China mix used for DeepSeek,600,2025,,,provider-weighted,Jegham et al. 2025 How Hungry is AI arXiv 2505.09598,medium
PAPER_luccioni_oregon,PAPER:luccioni-oregon,AWS us-west-2 used in Power Hungry Processing,297.6,2023,,,annual average,Luccioni et al. 2023 Power Hungry Processing arXiv 2311.16863,high
"""##

  package static let measuredEnergyH100: StaticString = ##"""
model,task,params_total_b,params_active_b,weight_precision,gpu,num_gpus,max_batch,avg_batch,gpu_power_w_total,output_tokens_per_s,j_per_output_token,j_per_request,avg_output_tokens,median_itl_ms,source,confidence
Qwen/Qwen3-14B,gpqa,14.0,14.0,bfloat16,H100,1,8,7.998,483.62,553.284,0.87409,6057.803,6930.37,14.423,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,gpqa,14.0,14.0,bfloat16,H100,1,16,15.997,494.27,924.017,0.53491,3975.491,7432.03,17.341,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,gpqa,14.0,14.0,bfloat16,H100,1,32,31.999,525.71,1485.638,0.35386,2455.566,6939.31,21.549,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,gpqa,14.0,14.0,bfloat16,H100,1,64,59.014,600.01,2146.236,0.27956,1876.089,6710.81,28.066,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,8,7.987,443.01,627.413,0.70609,437.45,619.54,12.536,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,16,15.974,465.25,1168.169,0.39827,247.578,621.63,13.344,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,32,31.923,493.87,2023.226,0.2441,149.245,611.41,15.014,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,64,63.845,524.98,3140.325,0.16717,103.186,617.24,18.936,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,96,95.882,541.78,3774.784,0.14353,89.391,622.83,23.496,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,128,127.713,572.08,4474.351,0.12786,78.444,613.52,26.164,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,192,191.656,612.81,5309.061,0.11543,70.711,612.6,33.369,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-14B,lm-arena-chat,14.0,14.0,bfloat16,H100,1,256,253.41,644.67,5760.271,0.11192,69.899,624.56,38.403,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,8,7.991,2120.09,223.842,9.47137,8100.649,855.28,35.244,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,16,15.981,2209.77,420.666,5.25301,4577.523,871.41,37.275,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,32,31.969,2201.58,731.568,3.0094,2676.367,889.34,42.754,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,64,63.913,2198.09,1262.293,1.74135,1502.616,862.9,49.003,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,96,95.892,2222.24,1752.482,1.26805,1094.491,863.13,52.737,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,128,127.891,2526.27,2294.883,1.10083,949.518,862.55,53.126,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,4,192,191.75,2533.79,3015.553,0.84024,725.898,863.92,60.293,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,8,7.992,3596.45,315.767,11.38955,9984.832,876.67,24.736,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,16,15.984,3638.37,577.8,6.29694,5495.997,872.8,26.786,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,32,31.97,3705.95,1016.882,3.64442,3179.036,872.3,30.158,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,64,63.937,3725.21,1760.521,2.11597,1854.41,876.39,34.669,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,96,95.909,3817.27,2346.681,1.62667,1419.787,872.82,38.738,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,128,127.826,3874.13,2839.969,1.36415,1198.584,878.63,42.145,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,192,191.77,3984.66,3609.399,1.10397,979.194,886.98,49.608,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,256,255.73,4107.04,4321.716,0.95033,819.244,862.07,54.935,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,384,383.46,4148.87,5023.22,0.82594,721.532,873.59,66.646,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507-FP8,lm-arena-chat,235.0,22.0,fp8,H100,8,512,511.187,3960.9,5341.963,0.74147,653.559,881.44,75.838,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,8,7.991,2828.54,387.866,7.29259,6303.881,864.42,20.239,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,16,15.974,3188.6,615.76,5.17831,4480.9,865.32,25.348,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,32,31.966,3472.18,907.647,3.82548,3308.618,864.89,34.712,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,64,63.931,3704.7,1547.522,2.39396,2104.847,879.23,40.342,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,96,95.902,3845.52,2113.946,1.81912,1586.017,871.86,43.68,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,128,127.844,3903.45,2626.397,1.48624,1282.582,862.97,46.64,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,192,191.811,3987.42,3471.755,1.14853,1011.175,880.41,52.363,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Instruct-2507,lm-arena-chat,235.0,22.0,bfloat16,H100,8,256,228.466,4038.4,3695.768,1.09271,955.246,874.2,55.48,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,4,8,7.998,2051.76,227.415,9.02212,81621.467,9046.82,35.106,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,4,16,15.998,2085.0,417.283,4.99662,44642.248,8934.48,38.232,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,4,32,31.995,2122.51,734.044,2.89153,26093.681,9024.19,43.308,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,8,7.999,3626.97,312.965,11.58908,107647.701,9288.72,25.475,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,16,15.999,3695.91,574.238,6.43621,61469.321,9550.55,27.767,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,32,31.999,3799.12,988.123,3.84478,36646.288,9531.44,32.201,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,64,63.994,3778.03,1634.94,2.3108,20843.424,9019.98,39.528,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,96,95.982,3860.95,2235.67,1.72697,15943.049,9231.78,43.42,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507-FP8,gpqa,235.0,22.0,fp8,H100,8,128,127.976,3918.1,2829.708,1.38463,12872.758,9296.9,45.919,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507,gpqa,235.0,22.0,bfloat16,H100,8,8,8.0,2837.25,394.317,7.19537,66158.021,9194.53,20.236,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507,gpqa,235.0,22.0,bfloat16,H100,8,16,15.999,3181.89,642.123,4.95527,45582.057,9198.71,24.881,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-235B-A22B-Thinking-2507,gpqa,235.0,22.0,bfloat16,H100,8,32,31.997,3445.39,954.553,3.60942,32322.509,8955.04,33.392,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,1,8,7.971,399.25,611.287,0.65313,605.74,927.44,12.852,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,1,16,15.966,439.16,902.131,0.4868,450.104,924.62,17.554,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,1,32,31.926,467.87,1393.765,0.33569,309.398,921.69,22.571,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,1,64,63.916,479.96,2163.864,0.22181,203.828,918.94,28.939,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,1,96,88.508,494.19,2658.752,0.18587,173.067,931.11,32.067,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,8,7.992,683.71,830.8,0.82295,741.414,900.92,9.361,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,16,15.984,759.41,1252.97,0.60609,561.332,926.16,12.551,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,32,31.969,833.11,2025.96,0.41122,381.022,926.58,15.388,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,64,63.925,894.58,3290.211,0.27189,249.677,918.3,18.697,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,96,95.895,892.19,3814.128,0.23392,215.348,920.61,24.592,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,128,127.863,899.68,4546.177,0.1979,181.789,918.59,27.419,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,192,191.78,930.27,5975.137,0.15569,142.403,914.65,31.258,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,256,255.802,954.88,7154.113,0.13347,122.85,920.42,34.583,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,256,255.704,1093.4,7437.003,0.14702,134.906,917.59,33.661,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,384,383.53,939.37,8387.589,0.112,105.32,940.4,42.925,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,512,511.068,953.17,9650.048,0.09877,91.564,927.01,47.386,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,512,511.336,1100.59,9366.106,0.11751,108.87,926.49,50.202,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,768,767.162,1081.89,10670.44,0.10139,93.717,924.31,65.0,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Instruct-2507,lm-arena-chat,30.0,3.0,bfloat16,H100,2,1024,1018.844,1123.38,12639.64,0.08888,81.808,920.46,74.822,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,1,8,7.997,519.22,648.094,0.80115,6539.155,8162.19,12.309,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,1,16,15.995,564.81,954.891,0.59149,4875.613,8242.96,16.749,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,8,7.999,710.3,849.745,0.8359,6945.579,8309.14,9.367,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,16,15.999,787.43,1328.219,0.59285,4713.211,7950.15,11.967,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,32,31.996,843.52,1965.348,0.4292,3480.964,8110.4,16.395,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,64,63.998,910.05,3002.27,0.30312,2460.302,8116.55,21.539,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,96,95.994,915.68,3556.235,0.25749,2132.795,8283.18,27.715,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-30B-A3B-Thinking-2507,gpqa,30.0,3.0,bfloat16,H100,2,128,127.989,926.32,4664.114,0.19861,1600.351,8057.95,28.595,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,gpqa,32.0,32.0,bfloat16,H100,2,8,7.999,954.41,475.272,2.00813,13928.469,6936.03,16.725,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,gpqa,32.0,32.0,bfloat16,H100,2,16,15.997,978.91,827.283,1.18329,8171.952,6906.16,19.324,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,gpqa,32.0,32.0,bfloat16,H100,2,32,31.994,1037.59,1294.173,0.80174,5753.695,7176.48,25.268,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,gpqa,32.0,32.0,bfloat16,H100,2,64,63.832,1114.21,2078.744,0.536,3783.315,7058.38,32.281,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,1,8,7.985,538.41,312.005,1.72566,1100.479,637.71,25.206,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,1,16,15.97,566.22,588.977,0.96136,601.344,625.51,26.353,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,1,32,29.26,599.37,960.543,0.62399,392.69,629.32,28.807,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,8,7.99,850.14,522.48,1.62712,1026.778,631.04,15.06,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,16,15.97,882.78,970.153,0.90994,569.231,625.57,16.037,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,32,31.936,944.46,1706.147,0.55356,355.218,641.69,17.914,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,64,63.865,974.14,2653.824,0.36707,233.118,635.08,22.446,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,96,95.814,1021.97,3355.62,0.30455,193.373,634.94,26.097,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,128,127.84,1073.71,3905.311,0.27493,171.596,624.13,29.656,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,192,191.744,1143.13,4601.294,0.24844,157.022,632.04,37.016,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,256,255.588,1177.92,5155.461,0.22848,144.961,634.46,44.452,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-32B,lm-arena-chat,32.0,32.0,bfloat16,H100,2,384,340.185,1179.93,5070.773,0.23269,146.031,627.57,54.895,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,gpqa,8.0,8.0,bfloat16,H100,1,8,7.999,493.66,817.911,0.60356,4740.496,7854.19,9.704,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,gpqa,8.0,8.0,bfloat16,H100,1,16,15.999,541.6,1344.791,0.40274,3166.049,7861.34,11.912,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,gpqa,8.0,8.0,bfloat16,H100,1,32,31.995,608.32,1917.195,0.3173,2592.43,8170.38,16.871,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,gpqa,8.0,8.0,bfloat16,H100,1,64,63.284,669.75,2510.249,0.26681,2232.27,8366.58,26.642,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,gpqa,8.0,8.0,bfloat16,H100,1,96,81.985,689.15,3117.421,0.22106,1780.094,8052.39,27.876,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,8,7.972,427.02,961.712,0.44402,287.088,646.57,8.204,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,16,15.955,451.34,1744.921,0.25866,170.749,660.12,8.904,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,32,31.94,478.08,2927.927,0.16328,105.618,646.84,10.569,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,64,63.882,514.39,4314.682,0.11922,76.843,644.55,13.95,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,96,95.821,543.84,5254.689,0.1035,66.447,642.03,17.803,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,128,127.804,573.01,5930.305,0.09662,61.979,641.45,20.701,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,192,191.688,600.15,6932.116,0.08658,57.015,658.55,26.345,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,256,255.492,632.81,7718.828,0.08198,53.619,654.03,31.358,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,384,382.98,621.66,8257.542,0.07528,48.804,648.26,42.677,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-8B,lm-arena-chat,8.0,8.0,bfloat16,H100,1,512,474.4,615.59,8534.594,0.07213,46.53,645.09,47.158,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,1,8,7.916,497.82,587.468,0.8474,215.533,254.35,12.364,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,1,16,15.906,549.32,846.619,0.64884,169.863,261.8,16.882,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,1,32,31.816,591.3,1226.667,0.48204,110.687,229.62,21.845,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,1,64,63.711,628.89,1836.96,0.34235,88.193,257.61,27.549,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,1,96,88.891,654.03,2154.376,0.30358,76.642,252.46,30.752,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,8,7.966,802.74,773.631,1.03763,260.534,251.08,9.229,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,16,15.941,911.14,1179.495,0.77248,189.52,245.34,11.779,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,32,31.864,1006.41,1803.519,0.55802,142.69,255.71,14.731,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,64,63.735,1091.14,2665.609,0.40934,98.458,240.53,17.927,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,96,95.549,1120.18,3111.73,0.35999,91.895,255.27,22.719,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,128,127.603,1163.19,3582.085,0.32472,81.697,251.59,24.767,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,192,191.167,1217.46,4099.109,0.29701,73.041,245.92,28.899,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,256,254.768,1085.76,4826.253,0.22497,56.762,252.31,35.329,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,384,381.614,1063.08,4854.757,0.21898,56.968,260.16,47.065,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,512,507.615,1165.45,5529.616,0.21077,52.739,250.23,60.785,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
Qwen/Qwen3-Coder-30B-A3B-Instruct,sourcegraph-fim,30.0,3.0,bfloat16,H100,2,768,749.761,1188.2,5930.531,0.20035,51.037,254.74,83.131,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,8,7.983,424.24,604.256,0.70208,511.128,728.02,13.096,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,16,15.97,452.3,1082.3,0.41791,302.399,723.6,14.532,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,32,31.94,483.82,1786.62,0.2708,196.384,725.19,17.485,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,64,63.891,540.52,2691.359,0.20084,144.14,717.69,22.892,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,96,95.838,575.49,3224.416,0.17848,130.129,729.09,28.477,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-12b-it,lm-arena-chat,12.0,12.0,bfloat16,H100,1,128,127.781,588.97,3545.6,0.16611,120.107,723.04,34.727,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,1,8,7.988,510.42,337.84,1.51083,1086.455,719.11,23.426,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,1,16,15.967,539.24,624.558,0.86339,626.41,725.53,25.105,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,1,32,31.735,571.45,1088.162,0.52515,375.119,714.31,28.285,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,8,7.99,812.99,524.956,1.54869,1101.468,711.23,15.065,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,16,15.979,871.83,978.265,0.8912,629.764,706.65,16.054,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,32,31.961,935.19,1686.851,0.5544,393.542,709.85,18.399,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,64,63.911,1029.7,2653.708,0.38802,275.802,710.79,22.763,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,96,95.849,1101.21,3344.07,0.3293,233.974,710.51,27.006,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,128,127.804,1137.07,3714.024,0.30616,215.936,705.32,31.996,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
google/gemma-3-27b-it,lm-arena-chat,27.0,27.0,bfloat16,H100,2,192,186.993,1210.43,4180.807,0.28952,206.798,714.28,39.786,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,8,7.981,3260.43,233.307,13.97487,5110.053,365.66,33.196,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,16,15.948,3384.26,445.929,7.58923,2885.449,380.2,34.037,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,32,31.915,3744.28,785.742,4.76528,1773.17,372.1,36.331,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,64,63.864,4162.08,1350.24,3.08247,1108.733,359.69,39.317,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,96,95.71,4474.55,1681.587,2.66091,979.59,368.14,44.09,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,128,127.659,4606.15,1895.915,2.42951,876.738,360.87,48.043,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,192,191.453,4812.87,2154.479,2.23389,802.213,359.11,62.192,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-405B-Instruct-FP8,lm-arena-chat,405.0,405.0,fp8,H100,8,256,255.208,4874.81,2363.447,2.06259,757.279,367.15,66.902,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,8,7.987,1765.43,469.689,3.75871,1315.498,349.99,16.573,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,16,15.954,1803.81,862.648,2.09101,741.106,354.42,17.697,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,32,31.876,1794.22,1486.67,1.20688,423.096,350.57,20.047,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,64,63.791,2001.5,2510.511,0.79725,280.598,351.96,22.432,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,96,95.725,2101.55,3244.341,0.64776,231.552,357.47,25.356,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,128,127.61,2183.76,3876.267,0.56337,202.209,358.93,27.868,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,192,191.621,2293.08,4461.235,0.514,183.602,357.2,33.702,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,256,255.315,2354.3,4915.104,0.47899,167.192,349.05,39.837,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,384,383.023,2343.52,5318.759,0.44061,160.324,363.86,55.124,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,512,510.506,2492.93,5921.301,0.42101,147.411,350.14,73.886,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,768,766.324,2535.33,6507.465,0.3896,136.909,351.41,103.64,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,1024,898.453,2547.52,6827.208,0.37314,130.892,350.78,105.61,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,8,7.978,486.44,1069.569,0.4548,176.77,388.68,7.316,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,16,15.952,513.28,1953.571,0.26274,106.208,404.23,7.912,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,32,31.912,559.71,3391.07,0.16506,64.426,390.33,8.907,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,64,63.918,610.35,5147.153,0.11858,46.903,395.54,11.5,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,96,95.702,643.95,6260.146,0.10287,40.409,392.83,14.078,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,128,127.62,669.24,7036.532,0.09511,38.481,404.59,16.482,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,192,191.659,688.25,8223.347,0.0837,33.208,396.77,20.908,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,256,255.19,690.51,9009.612,0.07664,30.977,404.18,26.126,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,384,383.014,686.52,9248.012,0.07423,29.274,394.34,37.701,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,512,510.869,688.3,9805.588,0.07019,27.844,396.67,47.408,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.1-8B-Instruct,lm-arena-chat,8.0,8.0,bfloat16,H100,1,768,690.868,685.14,9602.774,0.07135,28.351,397.35,62.931,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,8,7.976,1787.39,464.627,3.84693,1572.796,408.84,16.867,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,16,15.97,1838.81,874.938,2.10164,861.202,409.78,17.562,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,32,31.911,1895.65,1517.646,1.24907,515.78,412.93,19.864,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,64,63.857,2108.32,2563.844,0.82233,336.202,408.84,22.335,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,96,95.863,2223.8,3315.324,0.67076,281.941,420.33,25.38,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,128,127.713,2351.34,3895.385,0.60362,248.33,411.4,27.759,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,192,191.534,2461.34,4557.896,0.54002,219.466,406.41,33.606,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,256,255.452,2519.35,5130.155,0.49109,202.972,413.31,39.058,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,384,382.917,2510.61,5657.753,0.44375,181.177,408.29,53.847,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,512,510.8,2490.55,5858.489,0.42512,175.834,413.61,73.588,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-3.3-70B-Instruct,lm-arena-chat,70.0,70.0,bfloat16,H100,4,768,724.244,2546.05,6017.691,0.42309,174.915,413.42,97.544,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,8,7.984,1845.39,658.004,2.80453,1162.605,414.54,11.49,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,16,15.973,2014.71,1109.546,1.81579,759.546,418.3,13.284,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,32,31.907,2284.27,1804.985,1.26553,521.881,412.38,16.148,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,64,63.862,2655.65,2813.39,0.94393,383.644,406.43,20.67,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,96,95.796,3009.78,3545.984,0.84878,345.943,407.57,24.521,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,128,127.722,3140.52,4146.776,0.75734,307.166,405.58,27.628,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,192,191.567,3343.02,5210.426,0.6416,266.309,415.07,33.209,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,256,255.423,3507.34,6257.637,0.56049,229.472,409.41,36.98,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8,lm-arena-chat,400.0,17.0,fp8,H100,8,384,383.317,3461.54,7149.094,0.48419,197.336,407.56,47.901,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,8,7.981,1280.57,321.97,3.97729,1575.552,396.14,24.153,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,16,15.955,1423.02,532.28,2.67343,1078.198,403.3,28.984,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,32,31.916,1606.02,928.825,1.72909,693.729,401.21,32.988,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,64,63.869,1749.6,1651.628,1.05932,427.73,403.78,36.498,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,96,95.745,1819.44,2292.182,0.79376,325.27,409.78,38.967,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,128,127.643,1834.76,2805.561,0.65397,263.382,402.74,42.132,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,192,191.558,1866.6,3614.842,0.51637,213.971,414.37,47.566,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,256,255.319,1879.16,4325.126,0.43447,172.79,397.7,52.119,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,384,383.08,1863.04,5190.813,0.35891,146.38,407.85,64.683,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,4,512,472.821,1881.38,5596.046,0.3362,135.246,402.28,69.111,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,8,7.99,1999.72,379.213,5.27335,2139.462,405.71,20.289,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,16,15.969,2292.34,688.169,3.33107,1344.416,403.6,21.933,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,32,31.914,2559.44,1243.043,2.05901,842.122,408.99,23.913,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,64,63.844,2797.43,2217.557,1.26149,507.14,402.02,26.282,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,96,95.766,2932.6,3043.329,0.96361,399.671,414.76,28.284,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,128,127.589,2991.32,3702.654,0.80789,320.954,397.28,30.286,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,192,191.493,3125.02,4846.069,0.64486,261.002,404.74,34.254,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,256,255.426,3197.38,5695.805,0.56136,231.813,412.95,37.45,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,384,383.25,3188.66,6782.831,0.47011,192.979,410.5,47.769,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
meta-llama/Llama-4-Scout-17B-16E-Instruct,lm-arena-chat,109.0,17.0,bfloat16,H100,8,512,510.906,3098.29,6852.775,0.45212,182.344,403.31,55.77,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,8,7.988,446.06,676.817,0.65905,3535.023,5363.78,11.661,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,16,15.99,472.12,1207.524,0.39098,2112.001,5401.81,13.134,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,32,31.976,502.27,2008.791,0.25004,1350.105,5399.62,15.696,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,64,63.958,549.57,2967.075,0.18522,1034.38,5584.56,20.896,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,96,95.943,578.66,3633.74,0.15925,837.596,5259.71,24.939,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,128,127.985,578.93,4013.325,0.14425,821.536,5695.11,30.361,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,gpqa,12.0,12.0,bfloat16,H100,1,192,192.0,605.47,4829.295,0.12537,723.138,5767.86,36.748,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,8,7.901,497.98,666.318,0.74736,348.473,466.27,11.15,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,16,15.859,516.66,1140.982,0.45282,208.371,460.17,12.234,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,32,31.769,559.59,1807.482,0.3096,142.676,460.84,14.496,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,64,63.709,628.98,2552.859,0.24638,113.007,458.66,19.291,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,96,95.486,648.13,2950.743,0.21965,99.746,454.12,24.108,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,128,127.571,674.53,3229.487,0.20887,95.982,459.54,29.165,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,192,191.317,691.91,3682.772,0.18788,86.825,462.14,38.657,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-12B-v2,lm-arena-chat,12.0,12.0,bfloat16,H100,1,256,241.157,693.59,3846.819,0.1803,83.22,461.56,45.986,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,8,7.986,401.99,831.645,0.48337,2616.032,5412.04,9.506,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,16,15.987,434.99,1487.148,0.2925,1588.198,5429.77,10.604,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,32,31.977,475.51,2401.443,0.19801,1091.685,5513.33,13.078,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,64,63.979,518.08,3431.95,0.15096,812.975,5385.43,18.01,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,96,95.948,549.4,4124.34,0.13321,740.272,5557.17,22.325,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,128,127.977,549.11,4511.317,0.12172,648.22,5325.55,27.266,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,192,191.949,555.18,4804.628,0.11555,635.81,5502.37,38.759,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,gpqa,9.0,9.0,bfloat16,H100,1,256,255.944,585.7,5377.055,0.10893,602.447,5530.83,47.551,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,8,7.936,467.2,797.496,0.58584,296.547,506.2,9.14,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,16,15.848,495.23,1398.473,0.35412,178.394,503.77,9.988,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,32,31.759,545.04,2150.123,0.25349,127.15,501.59,12.15,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,64,63.593,617.56,2978.975,0.2073,104.186,502.57,16.765,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,96,95.636,641.63,3439.425,0.18655,93.456,500.97,21.002,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,128,127.487,663.03,3742.617,0.17716,89.065,502.75,25.853,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,192,191.283,691.35,4198.948,0.16465,83.765,508.75,34.825,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
nvidia/NVIDIA-Nemotron-Nano-9B-v2,lm-arena-chat,9.0,9.0,bfloat16,H100,1,256,255.349,692.98,4464.889,0.15521,79.172,510.1,43.378,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,1,8,7.993,549.96,803.95,0.68408,1218.137,1780.7,9.857,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,1,16,15.996,609.86,1191.426,0.51188,859.946,1679.99,13.226,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,1,32,31.989,655.94,1744.921,0.37591,660.824,1757.92,17.962,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,1,64,64.0,688.17,2571.916,0.26757,465.256,1738.81,24.151,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,8,7.997,864.17,1105.189,0.78192,1376.329,1760.18,7.177,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,16,15.984,992.44,1717.126,0.57796,991.429,1715.38,9.206,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,32,31.991,1086.53,2606.568,0.41684,739.284,1773.54,12.075,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,64,63.925,1164.01,3906.164,0.29799,500.856,1680.77,16.038,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,96,95.93,1212.71,4851.368,0.24997,451.896,1807.78,19.247,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,128,127.967,1208.36,5427.629,0.22263,391.05,1756.49,22.497,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,192,191.877,1264.51,6450.027,0.19605,339.771,1733.11,29.224,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,256,255.814,1238.14,8222.634,0.15058,254.571,1690.64,30.521,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,384,383.906,1258.9,9292.379,0.13548,234.536,1731.19,40.181,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,512,511.721,1163.86,10143.092,0.11474,200.533,1747.65,48.842,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,768,767.75,1169.41,11348.259,0.10305,177.109,1718.72,65.034,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,1024,1023.763,1138.95,11938.677,0.0954,169.358,1775.24,79.714,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,1536,1535.606,973.26,11049.799,0.08808,151.166,1716.25,126.293,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-120b,gpqa,117.0,5.0,mxfp4,H100,2,2048,1915.458,925.99,10762.305,0.08604,148.072,1720.97,122.578,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,8,7.994,436.82,1225.371,0.35648,763.717,2142.4,6.647,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,16,15.989,472.01,2050.957,0.23014,493.626,2144.86,8.021,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,32,31.972,530.85,3397.567,0.15624,341.149,2183.44,9.245,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,64,63.944,564.2,5512.833,0.10234,214.029,2091.3,11.22,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,96,95.952,588.0,6710.366,0.08763,227.711,2598.69,13.522,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,96,95.981,605.08,6564.526,0.09217,210.678,2285.66,14.309,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,128,127.955,571.52,7293.791,0.07836,190.235,2427.79,17.092,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,192,191.944,586.25,8787.021,0.06672,144.958,2172.71,20.807,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,256,255.861,595.81,10030.76,0.0594,125.377,2110.8,24.282,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,384,383.891,563.97,10582.104,0.0533,118.725,2227.7,34.597,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,512,511.882,579.2,11923.368,0.04858,108.587,2235.36,36.226,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,768,767.726,575.12,12557.301,0.0458,99.576,2174.17,57.055,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,1024,1023.857,590.72,13225.999,0.04466,93.863,2101.57,65.821,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,1536,1535.568,597.83,13520.717,0.04422,96.844,2190.23,102.495,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
openai/gpt-oss-20b,gpqa,21.0,4.0,mxfp4,H100,1,2048,2047.322,607.13,13508.602,0.04494,106.922,2379.01,140.315,"ml-energy/leaderboard (2026-02-16, v3) public/data/models/*.json",high
"""##

  package static let models: StaticString = ##"""
id,name,params_total_b,params_active_b,layers,hidden,heads,kv_heads,head_dim,ffn,vocab,experts,experts_per_token,shared_experts,moe_ffn,kv_bytes_per_token_bf16,tied_embeddings,dense_layers,qkv_bias,latent,rope_dim,nope_dim,value_dim,query_rank,expert_bits,source,confidence,note
llama_2_7b,Llama-2-7B,6.738,6.738,32,4096,32,32,128,11008,32000,,,,,524288,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama2-7b.yml,high,
llama_2_13b,Llama-2-13B,13.016,13.016,40,5120,40,40,128,13824,32000,,,,,819200,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama2-13b.yml,high,
llama_2_70b,Llama-2-70B,68.977,68.977,80,8192,64,8,128,28672,32000,,,,,327680,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama2-70b.yml,high,
llama_3_8b,Llama-3-8B,8.03,8.03,32,4096,32,8,128,14336,128256,,,,,131072,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3-8b.yml,high,
llama_3_1_8b,Llama-3.1-8B,8.03,8.03,32,4096,32,8,128,14336,128256,,,,,131072,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3.1-8b.yml,high,
llama_3_70b,Llama-3-70B,70.554,70.554,80,8192,64,8,128,28672,128256,,,,,327680,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3-70b.yml,high,
llama_3_1_70b,Llama-3.1-70B,70.554,70.554,80,8192,64,8,128,28672,128256,,,,,327680,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3.1-70b.yml,high,
llama_3_3_70b,Llama-3.3-70B,70.554,70.554,80,8192,64,8,128,28672,128256,,,,,327680,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3.3-70b.yml,high,
llama_3_1_405b,Llama-3.1-405B,405.853,405.853,126,16384,128,8,128,53248,128256,,,,,516096,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/llama3.1-405b.yml,high,
mistral_7b,Mistral-7B-v0.1,7.242,7.242,32,4096,32,8,128,14336,32000,,,,,131072,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/mistral-7b.yml,high,
mixtral_8x7b,Mixtral-8x7B,46.703,12.88,32,4096,32,8,128,14336,32000,8,2,,14336,131072,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/mixtral-8x7b.yml,high,
mixtral_8x22b,Mixtral-8x22B,140.63,39.161,56,6144,48,8,128,16384,32768,8,2,,16384,229376,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/mixtral-8x22b.yml,high,
qwen2_5_1_5b,Qwen2.5-1.5B,1.544,1.544,28,1536,12,2,128,8960,151936,,,,,28672,yes,,yes,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen2.5-1.5b.yml,high,
qwen2_5_7b,Qwen2.5-7B,7.616,7.616,28,3584,28,4,128,18944,152064,,,,,57344,no,,yes,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen2.5-7b.yml,high,
qwen2_5_14b,Qwen2.5-14B,14.77,14.77,48,5120,40,8,128,13824,152064,,,,,196608,no,,yes,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen2.5-14b.yml,high,
qwen3_0_6b,Qwen3-0.6B,0.596,0.596,28,1024,16,8,128,3072,151936,,,,,114688,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-0.6b.yml,high,
qwen3_1_7b,Qwen3-1.7B,1.721,1.721,28,2048,16,8,128,6144,151936,,,,,114688,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-1.7b.yml,high,
qwen3_4b,Qwen3-4B,4.022,4.022,36,2560,32,8,128,9728,151936,,,,,147456,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-4b.yml,high,
qwen3_8b,Qwen3-8B,8.191,8.191,36,4096,32,8,128,12288,151936,,,,,147456,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-8b.yml,high,
qwen3_14b,Qwen3-14B,14.768,14.768,40,5120,40,8,128,17408,151936,,,,,163840,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-14b.yml,high,
qwen3_32b,Qwen3-32B,32.762,32.762,64,5120,64,8,128,25600,151936,,,,,262144,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-32b.yml,high,
qwen3_30b_a3b,Qwen3-30B-A3B,30.532,3.353,48,2048,32,4,128,768,151936,128,8,,768,98304,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-30b-a3b.yml,high,
qwen3_235b_a22b,Qwen3-235B-A22B,235.094,22.191,94,4096,64,4,128,1536,151936,128,8,,1536,192512,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-235b-a22b.yml,high,
qwen3_coder_480b_a35b,Qwen3-Coder-480B-A35B,480.155,35.475,62,6144,96,8,128,2560,151936,160,8,,2560,253952,no,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/qwen3-480b-a35b.yml,high,
deepseek_v2_lite,DeepSeek-V2-Lite-16B,15.706,2.661,27,2048,16,16,192,10944,102400,64,6,2,1408,31104,no,1,,512,64,128,128,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/deepseek2-16b.yml,high,
deepseek_v2,DeepSeek-V2-236B,235.741,21.376,60,5120,128,128,192,12288,102400,160,6,2,1536,69120,no,1,,512,64,128,128,1536,,AI-Hypercomputer/maxtext src/maxtext/configs/models/deepseek2-236b.yml,high,
deepseek_v3,DeepSeek-V3/R1-671B,671,37,61,7168,128,128,192,18432,129280,256,8,1,2048,70272,no,3,,512,64,128,128,1536,,AI-Hypercomputer/maxtext src/maxtext/configs/models/deepseek3-671b.yml; deepseek-ai/DeepSeek-V3 inference/configs/config_671B.json + README (671B/37B),high,
kimi_k2,Kimi-K2-1T,1026.408,32.861,61,7168,64,64,192,18432,163840,384,8,1,2048,70272,no,1,,512,64,128,128,1536,,AI-Hypercomputer/maxtext src/maxtext/configs/models/kimi-k2-1t.yml,medium,
gpt_oss_20b,gpt-oss-20b,21,3.6,24,2880,64,8,64,2880,201088,32,4,,2880,49152,no,,yes,,,,,,4.25,AI-Hypercomputer/maxtext src/maxtext/configs/models/gpt-oss-20b.yml; openai/gpt-oss README (21B/3.6B),high,half the layers use a 128-token sliding window; MXFP4 weights; published active count excludes the unembedding matrix
gpt_oss_120b,gpt-oss-120b,117,5.1,36,2880,64,8,64,2880,201088,128,4,,2880,73728,no,,yes,,,,,,4.25,AI-Hypercomputer/maxtext src/maxtext/configs/models/gpt-oss-120b.yml; openai/gpt-oss README (117B/5.1B) and gpt_oss/torch/model.py,high,half the layers use a 128-token sliding window; MXFP4 weights
gemma_2b,Gemma-2B,2.506,2.506,18,2048,8,1,256,16384,256128,,,,,18432,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma-2b.yml,high,
gemma_7b,Gemma-7B,8.538,8.538,28,3072,16,16,256,24576,256128,,,,,458752,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma-7b.yml,high,
gemma_2_2b,Gemma-2-2B,2.615,2.615,26,2304,8,4,256,9216,256128,,,,,106496,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma2-2b.yml,high,maxtext lists half the layers; doubled here; vocabulary is padded by maxtext to 256128; extra norms not counted
gemma_2_9b,Gemma-2-9B,9.242,9.242,42,3584,16,8,256,14336,256128,,,,,344064,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma2-9b.yml,high,as Gemma-2-2B
gemma_2_27b,Gemma-2-27B,27.227,27.227,46,4608,32,16,128,36864,256128,,,,,376832,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma2-27b.yml,high,as Gemma-2-2B
gemma_3_4b,Gemma-3-4B (text),3.88,3.88,34,2560,8,4,256,10240,262144,,,,,139264,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma3-4b.yml,medium,5 of 6 layers use a 1024-token sliding window: kv_bytes is an upper bound; vision tower not counted
gemma_3_12b,Gemma-3-12B (text),11.765,11.765,48,3840,16,8,256,15360,262144,,,,,393216,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma3-12b.yml,medium,5 of 6 layers use a 1024-token sliding window: kv_bytes is an upper bound; vision tower not counted
gemma_3_27b,Gemma-3-27B (text),27.008,27.008,62,5376,32,16,128,21504,262144,,,,,507904,yes,,,,,,,,,AI-Hypercomputer/maxtext src/maxtext/configs/models/gemma3-27b.yml,medium,5 of 6 layers use a 1024-token sliding window: kv_bytes is an upper bound; vision tower not counted
mistral_small_3_2,Mistral-Small-3.2-24B,23.6,23.6,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
mistral_nemo_12b,Mistral-Nemo-12B,12.25,12.25,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
codestral_22b,Codestral-22B,22.25,22.25,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
mistral_large_2,Mistral-Large-2-2407,122.61,122.61,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only; Mistral LCA model
command_a,Command-A-111B,111,111,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
command_r_plus,Command-R-Plus-104B,104,104,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
dbrx,DBRX,132,36,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
phi_3_mini,Phi-3-mini,3.82,3.82,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
phi_3_medium,Phi-3-medium,13.96,13.96,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
ministral_8b,Ministral-8B,8.02,8.02,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,high,size only
gpt_4_guess,GPT-4 (guess),1760,176-528,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_4_turbo_guess,GPT-4-turbo (guess),880,88-264,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_4o_guess,GPT-4o (guess),440,44-132,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_4o_mini_guess,GPT-4o-mini (guess),8-28,8-28,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_4_1_guess,GPT-4.1 (guess),352,35-106,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_5_guess,GPT-5 (guess),300,30-90,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
claude_3_opus_guess,Claude-3-Opus (guess),2000,200-600,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
claude_sonnet_4_guess,Claude-Sonnet-4 (guess),440,44-132,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gemini_2_5_flash_guess,Gemini-2.5-Flash (guess),440,44-132,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gemini_2_5_pro_guess,Gemini-2.5-Pro (guess),2000,200-600,,,,,,,,,,,,,,,,,,,,,,genai-impact/ecologits v0.9.1 (2025) ecologits/data/models.json,low,vendor has not published; EcoLogits estimate; ranges are min-max
gpt_4o_epoch_baseline,GPT-4o (Epoch baseline),,100,,,,,,,,,,,,,,,,,,,,,,Epoch AI 2025 How much energy does ChatGPT use (Josh You),low,"Epoch AI assumes 100B active for the baseline, 200B pessimistic, 20B optimistic"
"""##

  package static let powerOverhead: StaticString = ##"""
system,gpus,watts,watts_per_gpu,scope,year,source,confidence,note
H100,1,1730,1730.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
H200,1,1730,1730.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
B200,1,2170,2170.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
B300,1,2170,2170.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
GB200 NVL72,1,2100,2100.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
GB300 NVL72,1,2100,2100.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
MI300X,1,1790,1790.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
MI325X,1,2180,2180.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
MI355X,1,2650,2650.0,all-in facility provision per GPU,2026,SemiAnalysisAI/InferenceX-app constants (2026-04),high,"includes server, network, cooling; used for tokens/s per MW"
H100,1,1370,1370.0,all-in facility provision per GPU (revised),2026,SemiAnalysisAI/InferenceX docs (2026-08),high,"revised mid-2026: same chip, 0-21% lower"
B200,1,1710,1710.0,all-in facility provision per GPU (revised),2026,SemiAnalysisAI/InferenceX docs (2026-08),high,"revised mid-2026: same chip, 0-21% lower"
B300,1,1900,1900.0,all-in facility provision per GPU (revised),2026,SemiAnalysisAI/InferenceX docs (2026-08),high,"revised mid-2026: same chip, 0-21% lower"
GB300 NVL72,1,2120,2120.0,all-in facility provision per GPU (revised),2026,SemiAnalysisAI/InferenceX docs (2026-08),high,"revised mid-2026: same chip, 0-21% lower"
MI355X,1,2090,2090.0,all-in facility provision per GPU (revised),2026,SemiAnalysisAI/InferenceX docs (2026-08),high,"revised mid-2026: same chip, 0-21% lower"
DGX H100,8,10200,1275.0,node maximum,2023,Epoch AI 2025 sheet (NVIDIA DGX H100 10.2 kW),high,1275 W per GPU; Epoch multiplies by 0.7
8x H100 server (Oviedo),8,11300,1412.5,node maximum,2025,Oviedo et al. 2025 arXiv 2509.20241,high,centre of the distribution is 0.7 of this
EcoLogits server without GPUs,8,1200,150.0,node minus GPUs,2025,genai-impact/ecologits v0.9.1 (2025) ecologits/tracers/utils.py and docs/methodology/llm_inference.md,high,"1.2 kW for the chassis of 8 GPUs, i.e. 150 W per GPU"
DGX B200,8,14300,1787.5,node maximum,2024,vendor figure seen in search 2026,medium,
GB200 NVL72 rack,72,120000,1666.7,rack,2024,nybreaking.com / sg.news.yahoo.com 2024,medium,
GB300 NVL72 rack,72,135000,1875.0,rack planning,2025,NVIDIA deployment guidance seen 2026: 18 trays x 7.5 kW,medium,
GB200 compute tray,4,6667,1666.8,tray maximum,2025,NVIDIA DPS documentation seen 2026,medium,idle 1000 W
Seed blog H100 PCIe x4,4,1500,375.0,node guess,2025,Clune 2025 (seed),low,4 x 350 W + 7%; labelled about 10%
Seed blog H100 SXM x4,4,3000,750.0,node guess,2025,Clune 2025 (seed),low,4 x 700 W + 7%; labelled about 10%
"""##

  package static let throughputSeed: StaticString = ##"""
prompt_tokens,output_tokens,gpus,batch,tokens_per_s,given_or_inferred,model_actual,precision,system,tokens_per_s_raw,elapsed_s_raw,token_scope,source,confidence,note
16035,1000,4,1,41.8,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),41.780621196886884,23.93454,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json,high,
16035,1000,4,2,71.4,inferred,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),71.2388871110854,28.07476,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json,medium,not printed in the seed; J/token cells imply about 71.4
16035,1000,4,4,107.1,inferred,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),111.21380213665813,35.96692,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json,medium,not printed in the seed; J/token cells imply about 107.1
16035,1000,4,8,156,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),155.70061184726273,51.38168,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json,high,
2035,300,4,1,53.9,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),53.906158417337465,5.56523,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json,high,
2035,300,4,2,102.9,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),102.88852564309295,5.83159,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json,high,
2035,300,4,4,182.5,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),182.50572803685048,6.58055,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json,high,
2035,300,4,8,319.8,given,Llama-3.3-70B,BF16,vLLM; H100 80GB SXM (NVLink),319.7977776715139,7.50709,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json,high,
2035,300,1,512,2174,given,Llama-3.1-8B,BF16,vLLM; H100 80GB SXM (NVLink),2173.9778488747393,70.38257,output tokens only,Clune 2025 clune.org per-token-energy-costs-again (seed); raw value: tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json,high,"the seed presents this as the same model on one GPU; the data file says Llama-3.1-8B, so it is not comparable with the four-GPU 70B rows"
"""##

  package static let throughputTensoreconomics: StaticString = ##"""
model,gpus,input_tokens,output_tokens,batch,elapsed_s,tokens_per_s_mean_of_runs,tokens_per_s_ratio_of_means,tokens_per_s_in_plus_out,source,confidence
Llama-3.3-70B,4,16035.0,1000.0,1,23.934543,41.780621,41.780617,711.7328,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,16035.0,1000.0,2,28.074762,71.238887,71.238361,1213.5455,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,16035.0,1000.0,4,35.966923,111.213802,111.213294,1894.5185,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,16035.0,1000.0,8,51.381676,155.700612,155.697528,2652.3074,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_16000in_1000out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,1,5.565227,53.906158,53.906155,419.5696,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,2,5.831592,102.888526,102.887851,800.8104,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,4,6.580546,182.505728,182.355687,1419.3351,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,8,7.507091,319.797778,319.697723,2488.3139,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,16,8.966848,535.305168,535.305143,4166.4584,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,32,12.410703,773.525882,773.525882,6020.6098,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,300.0,64,19.927983,964.145985,963.469319,7499.0029,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,296.555,128,36.80828,1036.710969,1031.262535,8107.9312,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,299.48,256,66.854486,1146.853723,1146.774202,8939.2206,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.3-70B,4,2035.0,299.057,512,129.602315,1182.08935,1181.437234,9220.7998,"tugot17/tokenomics-from-first-principles experiments/llama_33_70b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,1,2.297503,130.576547,130.576536,1016.3207,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,2,2.468498,243.062796,243.062779,1891.8386,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,4,2.856476,422.450581,420.09798,3269.7626,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,8,3.257701,737.522467,736.7159,5734.1054,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,16,3.956602,1213.171158,1213.162276,9442.4464,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,32,6.028979,1592.424511,1592.309304,12393.4741,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,300.0,64,10.01314,1917.636559,1917.480477,14924.3897,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,299.818,128,18.589535,2064.70516,2064.423183,16076.6081,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,298.639,256,35.851454,2133.705473,2132.456528,16663.527,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,2035.0,298.825,512,70.382574,2173.977849,2173.809858,16977.4742,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_2000in_300out.json (MIT, 2025-03)",high
Llama-3.1-8B,1,16035.0,1000.0,1,10.5405,94.878078,94.87216,1616.1473,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_16000in_1000ut.json (MIT, 2025-03)",high
Llama-3.1-8B,1,16035.0,1000.0,2,12.936391,154.606252,154.602625,2633.6557,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_16000in_1000ut.json (MIT, 2025-03)",high
Llama-3.1-8B,1,16035.0,1000.0,4,17.951119,222.831911,222.827333,3795.8636,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_16000in_1000ut.json (MIT, 2025-03)",high
Llama-3.1-8B,1,16035.0,974.333,8,41.441367,270.332018,188.089033,3283.5468,"tugot17/tokenomics-from-first-principles experiments/llama_31_8b_16000in_1000ut.json (MIT, 2025-03)",high
Llama-3.3-70B,4,1035.0,300.0,1,5.466421,54.880511,54.880511,244.2183,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1035.0,300.0,2,5.593314,107.270925,107.270925,477.3556,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1035.0,300.0,4,5.925113,202.527783,202.527783,901.2486,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1035.0,300.0,8,6.432735,373.091666,373.091666,1660.2579,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1035.0,300.0,16,7.361086,652.077721,652.077721,2901.7459,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1035.0,300.0,32,9.159063,1048.142139,1048.142139,4664.2325,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,1,5.358523,55.985577,55.985577,81.1791,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,2,5.358262,111.976604,111.976604,162.3661,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,4,5.501924,218.105512,218.105512,316.253,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,8,5.588413,429.460033,429.460033,622.717,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,16,5.901083,813.410001,813.410001,1179.4445,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,135.0,300.0,32,6.564229,1462.471898,1462.471898,2120.5843,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq100_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,1,0.108,9.260147,9.259275,9814.8313,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,2,0.204506,9.852758,9.779672,10366.4527,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,4,0.345438,11.579488,11.579485,12274.2545,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,8,0.658401,12.150654,12.150654,12879.6927,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,16,1.358561,11.779128,11.777165,12483.795,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,32,2.693701,11.879768,11.879566,12592.3403,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1.0,64,5.965796,10.791857,10.727822,11371.4916,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1000.0,1,17.986723,55.59658,55.596565,114.4733,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1000.0,2,18.296515,109.310462,109.310434,225.0702,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,1000.0,4,19.161575,208.751141,208.751107,429.8185,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,969.125,8,39.207653,293.426369,197.742006,413.8223,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",low
Llama-3.3-70B,4,1059.0,981.167,16,80.867264,194.126456,194.128822,403.6574,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,1059.0,991.26,32,124.025885,542.179288,255.75575,528.989,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",low
Llama-3.3-70B,4,1059.0,992.344,64,51.723147,1639.921455,1227.883529,2538.2446,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq1024_out1000.json (MIT, 2025-03)",low
Llama-3.3-70B,4,16419.0,1.0,1,59.997477,0.016667,0.016667,273.6782,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,1.0,2,121.355655,0.01648,0.01648,270.6096,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,1.0,4,84.93216,0.489762,0.047096,773.3231,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1.json (MIT, 2025-03)",low
Llama-3.3-70B,4,16419.0,1000.0,1,24.087609,41.515142,41.515121,723.1519,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,1000.0,2,28.25471,70.784687,70.784658,1232.998,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,1000.0,4,36.475562,109.662962,109.662463,1910.2104,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,300.0,1,8.185893,36.648451,36.648416,2042.4162,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,300.0,2,10.375695,57.827634,57.827453,3222.724,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,16419.0,300.0,4,14.621659,82.070057,82.070032,4573.7629,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq16384_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,1,0.189228,5.284841,5.284625,11013.1577,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,2,0.349902,5.721281,5.715891,11911.9166,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,4,0.651469,6.139989,6.139969,12795.696,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,8,1.295725,6.175886,6.17415,12866.9278,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,16,2.984989,5.493216,5.360153,11170.559,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1.0,32,5.853054,5.51058,5.467231,11393.7101,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1000.0,1,18.208743,54.918687,54.918674,169.3143,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,923.167,2,18.695371,98.708842,98.75885,321.5948,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1000.0,4,30.016758,159.492622,133.258896,410.8372,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",low
Llama-3.3-70B,4,2083.0,1000.0,8,22.180601,360.675557,360.675524,1111.9626,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,1000.0,16,24.448134,654.457437,654.446688,2017.6591,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,991.448,32,29.106774,1090.005647,1089.998266,3380.0494,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,300.0,1,5.587252,53.693672,53.69366,426.5066,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,300.0,2,5.838859,102.759957,102.7598,816.2553,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,292.083,4,6.415425,182.113093,182.113155,1480.8579,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,300.0,8,14.387775,243.708024,166.808283,1325.0138,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",low
Llama-3.3-70B,4,2083.0,300.0,16,9.367469,513.453971,512.411617,4070.2563,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,2083.0,300.0,32,12.57055,763.818822,763.689737,6066.2421,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq2048_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32035.0,300.0,1,10.644332,28.184014,28.184014,3037.767,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32035.0,300.0,2,15.471488,38.781014,38.781014,4179.9469,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,1.0,1,3.266842,0.306108,0.306106,10041.5008,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,1.0,2,6.752607,0.296218,0.296182,9715.9513,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,1000.0,1,28.570106,35.00165,35.00162,1183.1598,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,1000.0,2,37.256634,53.681741,53.681714,1814.603,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,300.0,1,11.059483,27.147808,27.126042,2993.1779,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,32803.0,300.0,2,16.007408,37.500363,37.482644,4135.9599,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq32768_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1.0,1,0.342476,2.919947,2.919915,12065.0902,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1.0,2,59.297999,0.033728,0.033728,139.3639,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1.0,4,60.254178,0.066385,0.066385,274.3046,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1.0,8,42.180634,2.0791,0.18966,783.6772,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1.json (MIT, 2025-03)",low
Llama-3.3-70B,4,4131.0,1.0,16,5.683172,2.834347,2.815329,11632.9412,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1000.0,1,18.666764,53.571153,53.57115,274.8736,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1000.0,2,19.653281,101.764243,101.764179,522.152,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,1000.0,4,21.911851,182.549625,182.549619,936.6621,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,975.167,8,26.116032,298.714973,298.718169,1564.1478,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,984.562,16,29.684076,530.657083,530.688572,2757.3369,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,300.0,1,5.839302,51.376011,51.376002,758.8235,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,300.0,2,6.342935,94.593637,94.593435,1397.145,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,300.0,4,7.495515,160.126326,160.095743,2364.6141,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,300.0,8,9.44133,254.202275,254.201477,3754.5558,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,4131.0,294.646,16,12.61524,373.683518,373.701433,5613.0785,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq4096_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,300.0,1,5.392169,55.636243,55.636243,154.8542,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,300.0,2,5.465733,109.774851,109.774851,305.54,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,300.0,4,5.687056,211.005479,211.005479,587.2986,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,300.0,8,5.96331,402.461046,402.461046,1120.1832,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,300.0,16,6.498257,738.659572,738.659572,2055.9358,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,535.0,299.938,32,7.819492,1227.445486,1227.445486,3416.8461,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq500_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8035.0,300.0,1,6.653021,45.0923,45.0923,1252.8144,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8035.0,300.0,2,8.266076,72.585834,72.585834,2016.6764,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8035.0,300.0,4,9.808192,122.346703,122.346703,3399.1992,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8035.0,300.0,8,14.115231,170.029097,170.029097,4723.9751,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8000_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1.0,1,0.684854,1.460168,1.460166,12014.2467,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1.0,2,1.348838,1.482976,1.482758,12200.1309,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1.0,4,2.67331,1.496278,1.496273,12311.3316,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1.0,8,243.525514,0.032851,0.032851,270.2961,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1.json (MIT, 2025-03)",low
Llama-3.3-70B,4,8227.0,1000.0,1,22.154567,45.137436,45.13742,416.483,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1000.0,2,24.350938,82.132489,82.13236,757.8353,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1000.0,4,28.384895,140.920316,140.920021,1300.269,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,1000.0,8,36.861504,217.055127,217.028586,2002.5228,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out1000.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,300.0,1,7.11312,42.17559,42.175586,1198.7707,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,300.0,2,30.773019,38.956303,19.4976,554.1868,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out300.json (MIT, 2025-03)",low
Llama-3.3-70B,4,8227.0,300.0,4,10.302827,116.47402,116.472882,3310.5475,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out300.json (MIT, 2025-03)",medium
Llama-3.3-70B,4,8227.0,300.0,8,49.059781,112.151875,48.919909,1390.4669,"tugot17/tokenomics-from-first-principles@fd98c6f experiments_massive/llama_33_70b_seq8192_out300.json (MIT, 2025-03)",low
"""##
}
